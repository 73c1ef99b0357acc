# /// script
# requires-python = ">=3.11"
# dependencies = ["wandb>=0.31"]
#
# [tool.tbe]
# timeout = 120
# claims = ["err.wandb-no-login"]
# ///
"""Without an API key: what wandb.init() and wandb sync say."""

import os
import subprocess
import sys
from pathlib import Path

import wandb

# A machine where nobody has logged in, and no terminal on which wandb could ask for a key.
os.environ.pop("WANDB_API_KEY", None)
os.environ.update(
    HOME=os.getcwd(),
    TERM="dumb",
    WANDB_SILENT="true",
    WANDB_ERROR_REPORTING="false",
)

# --8<-- [start:init]
try:
    wandb.init(project="digits")
except wandb.errors.UsageError as error:
    print(f"{type(error).__name__}: {error}")
# > UsageError: No API key configured. Use `wandb login` to log in.
# --8<-- [end:init]

# --8<-- [start:offline]
with wandb.init(project="digits", mode="offline") as run:
    print(f"{run.offline=}")
# > run.offline=True
# --8<-- [end:offline]

# --8<-- [start:sync]
folder = next(Path("wandb").glob("offline-run-*"))
sync = subprocess.run(
    [sys.executable, "-m", "wandb", "sync", folder], capture_output=True, text=True
)
print(sync.returncode, sync.stderr.splitlines()[-1])
# > 1 Error: No API key configured. Use `wandb login` to log in.
# --8<-- [end:sync]
