# /// script
# requires-python = ">=3.11"
# dependencies = ["wandb>=0.31", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["wandb_step.svg"]
# timeout = 180
# ///
"""The step of wandb: one call is one step, it never goes back, and define_metric() gives a chart another x axis."""

import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

os.environ["WANDB_ERROR_REPORTING"] = "false"  # else it asks for its site

# --8<-- [start:answer]
import wandb

with wandb.init(project="digits", mode="offline") as run:
    run.define_metric("epoch")
    run.define_metric("valid/*", step_metric="epoch")
    run.log({"epoch": 0, "valid/loss": 0.8, "valid/accuracy": 0.5})
# --8<-- [end:answer]


# --8<-- [start:helper]
def records(run, kind):
    """The records of one kind in the file of an offline run."""
    leet = [sys.executable, "-m", "wandb", "leet", "inspect", "--json"]
    folder = next(Path("wandb").glob(f"offline-run-*-{run.id}"))
    out = subprocess.run([*leet, folder], capture_output=True, check=True).stdout
    every = [json.loads(line) for line in out.splitlines()]
    return [record[kind] for record in every if kind in record]


def logged(run):
    """What run.log() left, one dict per step, without the clock."""
    rows = [record["item"] for record in records(run, "history")]
    clock = ("_runtime", "_timestamp")
    return [{k: v for k, v in row.items() if k not in clock} for row in rows]


# --8<-- [end:helper]

# --8<-- [start:step]
quiet = wandb.Settings(silent=True)
with wandb.init(project="digits", mode="offline", settings=quiet) as run:
    run.log({"loss": 1.0})
    run.log({"accuracy": 0.5})  # a step of its own
    run.log({"loss": 0.5, "accuracy": 0.6})
    run.log({"loss": 0.4}, commit=False)  # waits for the next call
    run.log({"accuracy": 0.7})
for row in logged(run):
    print(row)
# > {'_step': 0, 'loss': 1}
# > {'_step': 1, 'accuracy': 0.5}
# > {'_step': 2, 'accuracy': 0.6, 'loss': 0.5}
# > {'_step': 3, 'accuracy': 0.7, 'loss': 0.4}
# --8<-- [end:step]

# --8<-- [start:back]
terminal = io.StringIO()
with (
    contextlib.redirect_stderr(terminal),
    wandb.init(project="digits", mode="offline") as run,
):
    for step in (0, 100, 50, 200):
        run.log({"loss": step / 100}, step=step)

print([(row["_step"], row["loss"]) for row in logged(run)])
# > [(0, 0), (100, 1), (200, 2)]
said = terminal.getvalue().splitlines()
warning = next(line for line in said if "Tried to log" in line)
print(*warning.split(". ")[:2], sep="\n")
# > wandb: WARNING Tried to log to step 50 that is less than the current step 100
# > Steps must be monotonically increasing, so this data will be ignored
# --8<-- [end:back]

# --8<-- [start:define]
with wandb.init(project="digits", mode="offline", settings=quiet) as run:
    run.define_metric("epoch")
    run.define_metric("valid/*", step_metric="epoch")  # the x axis of valid/...
    run.define_metric("loss", summary="min")  # instead of the last value
    for epoch in range(3):
        for loss in (0.9, 0.1, 0.5):  # one step per batch
            run.log({"loss": loss})
        run.log({"epoch": epoch, "valid/loss": 0.8 / 2**epoch})

for metric in records(run, "metric"):
    print({k: v for k, v in metric.items() if k != "options"})
# > {'name': 'epoch'}
# > {'glob_name': 'valid/*', 'step_metric': 'epoch'}
# > {'name': 'loss', 'summary': {'min': True}}
rows = [row for row in logged(run) if "valid/loss" in row]
for row in rows:
    print(row)
# > {'_step': 3, 'epoch': 0, 'valid/loss': 0.8}
# > {'_step': 7, 'epoch': 1, 'valid/loss': 0.4}
# > {'_step': 11, 'epoch': 2, 'valid/loss': 0.2}
updates = [record["update"] for record in records(run, "summary")]
print("summary:", [update["loss"] for update in updates if "loss" in update][-1])
# > summary: {'min': 0.1}
# --8<-- [end:define]

# --8<-- [start:figure]
import matplotlib.pyplot as plt

figure, both = plt.subplots(1, 2, figsize=(4.8, 2.2), sharey=True)
for axes, x in zip(both, ("_step", "epoch"), strict=True):
    heights = [row["valid/loss"] for row in rows]
    axes.plot([row[x] for row in rows], heights, "o-", color="#1c7ed6")
    axes.set_xticks([row[x] for row in rows])
    axes.set(title="valid/loss", xlabel="step" if x == "_step" else x)
    axes.spines[["top", "right"]].set_visible(False)
figure.tight_layout()
figure.savefig("wandb_step.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
