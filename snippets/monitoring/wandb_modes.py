# /// script
# requires-python = ">=3.11"
# dependencies = ["wandb>=0.31"]
#
# [tool.tbe]
# timeout = 120
# ///
"""wandb.init(): where a run goes, what it is called, and how resuming looks."""

import os
from pathlib import Path

import wandb

os.environ["WANDB_SILENT"] = "true"  # else wandb reports on stderr what it does
os.environ["WANDB_ERROR_REPORTING"] = "false"  # else it asks for its site


# --8<-- [start:modes]
def folders():
    return [path.name.split("-")[0] for path in Path("wandb").glob("*run-*")]


with wandb.init(project="digits", mode="disabled") as run:
    run.log({"loss": 1.0})
    print(f"disabled: {run.disabled=} {folders()=}")
# > disabled: run.disabled=True folders()=[]

with wandb.init(project="digits", mode="offline") as run:
    run.log({"loss": 1.0})
    print(f"offline:  {run.disabled=} {folders()=}")
# > offline:  run.disabled=False folders()=['offline']
# --8<-- [end:modes]

# --8<-- [start:names]
with wandb.init(
    project="digits",
    name="small-lr",
    group="mlp",
    tags=["first"],
    config={"lr": 0.01},
    dir="logs",
    mode="offline",
) as run:
    run.config.update({"epochs": 15})
    print(f"{run.project=} {run.name=} {run.group=} {run.tags=}")
    print(f"{dict(run.config)=}")
# > run.project='digits' run.name='small-lr' run.group='mlp' run.tags=('first',)
# > dict(run.config)={'lr': 0.01, 'epochs': 15}

print(f"{[path.name for path in Path('logs').iterdir()]=}")
# > [path.name for path in Path('logs').iterdir()]=['wandb']
# --8<-- [end:names]
