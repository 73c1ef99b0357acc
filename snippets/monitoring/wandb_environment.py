# /// script
# requires-python = ">=3.11"
# dependencies = ["wandb>=0.31"]
# ///
"""WANDB_MODE decides for code that names no mode, and it is read once."""

import os

import wandb

# --8<-- [start:environment]
os.environ["WANDB_MODE"] = "offline"  # as `export WANDB_MODE=offline` in the shell
os.environ["WANDB_SILENT"] = "true"  # nothing on stderr
os.environ["WANDB_ERROR_REPORTING"] = "false"  # else it asks for its site

with wandb.init(project="digits") as run:
    print(f"offline:  {run.offline=} {run.disabled=}")
# > offline:  run.offline=True run.disabled=False

os.environ["WANDB_MODE"] = "disabled"
with wandb.init(project="digits") as run:
    print(f"too late: {run.offline=} {run.disabled=}")
# > too late: run.offline=True run.disabled=False
# --8<-- [end:environment]
