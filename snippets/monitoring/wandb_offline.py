# /// script
# requires-python = ">=3.11"
# dependencies = ["wandb>=0.31"]
#
# [tool.tbe]
# timeout = 120
# claims = ["wandb.purpose", "wandb.site"]
# ///
"""A run without a network: what is logged, which files it leaves and what stands in them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

os.environ["WANDB_SILENT"] = "true"  # else wandb reports on stderr what it does
os.environ["WANDB_ERROR_REPORTING"] = "false"  # else it asks for its site

# --8<-- [start:answer]
import wandb

run = wandb.init(project="digits", mode="offline", config={"lr": 0.1})
# --8<-- [end:answer]

# --8<-- [start:write]
for epoch in range(3):
    # in your code: the loss and the accuracy of this epoch
    run.log({"loss": 1 / (epoch + 1), "accuracy": 0.5 + epoch / 10})
print(f"{run.offline=} {run.config['lr']=} {run.step=}")
# > run.offline=True run.config['lr']=0.1 run.step=3
print(f"{run.summary['accuracy']=:.1f}")
# > run.summary['accuracy']=0.7
run.finish()
# --8<-- [end:write]

# --8<-- [start:files]
folder = next(Path("wandb").glob("offline-run-*"))
print(re.sub(r"\d{8}_\d{6}-\w+", "DATE_TIME-ID", folder.name))
# > offline-run-DATE_TIME-ID
for file in sorted([*folder.glob("*.wandb"), *folder.glob("files/*")]):
    print(f"  {file.relative_to(folder).as_posix().replace(run.id, 'ID')}")
# >   files/output.log
# >   files/requirements.txt
# >   run-ID.wandb
# --8<-- [end:files]


# --8<-- [start:history]
def inspect(*options):
    command = [sys.executable, "-m", "wandb", "leet", "inspect", "--json"]
    command += [*options, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout


records = [json.loads(line) for line in inspect().splitlines()]
for record in records:
    if record["type"] == "history":
        item = record["history"]["item"]
        values = f"loss {item['loss']:.2f} accuracy {item['accuracy']:.1f}"
        print(f"step {item['_step']}: {values}")
# > step 0: loss 1.00 accuracy 0.5
# > step 1: loss 0.50 accuracy 0.6
# > step 2: loss 0.33 accuracy 0.7
# --8<-- [end:history]

# --8<-- [start:summary]
overview = json.loads(inspect("--summary"))
print(f"{overview['project']=} {overview['state']=} {overview['config']=}")
# > overview['project']='digits' overview['state']='finished' overview['config']={'lr': 0.1}
own = {k: v for k, v in overview["summary"].items() if not k.startswith("_")}
print("summary:", {name: round(value, 2) for name, value in own.items()})
# > summary: {'accuracy': 0.7, 'loss': 0.33}
# --8<-- [end:summary]

# --8<-- [start:machine]
print(f"console: {[line['line'][:16] for line in overview['console']]}")
# > console: ['run.offline=True', "run.summary['acc"]
noted = next(r["environment"] for r in records if r["type"] == "environment")
asked = {"host", "os", "python", "program", "executable", "root"}
print(f"machine: {sorted(asked & noted.keys())}")
# > machine: ['executable', 'host', 'os', 'program', 'python', 'root']
requirements = folder.joinpath("files", "requirements.txt").read_text().splitlines()
named = [line.split("==")[0] for line in requirements]
print(f"packages: {[name for name in named if name == 'wandb']} and more")
# > packages: ['wandb'] and more
# --8<-- [end:machine]
