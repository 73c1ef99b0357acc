# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "wandb>=0.31", "numpy>=2"]
#
# [tool.tbe]
# timeout = 180
# ///
"""Why nothing appears, a run that was not finished, a run for each rank, media, and what resuming does offline."""

import os
import time
from pathlib import Path

import torch
import wandb

from torchbyexample.ddp import launch

os.environ["WANDB_SILENT"] = "true"  # else wandb reports on stderr what it does
os.environ["WANDB_ERROR_REPORTING"] = "false"  # else it asks for its site


# --8<-- [start:rank]
def worker(rank, only_rank_0):
    mode = "offline" if rank == 0 or not only_rank_0 else "disabled"
    folder = "one" if only_rank_0 else "each"
    os.makedirs(folder, exist_ok=True)
    with wandb.init(project="digits", mode=mode, dir=folder) as run:
        run.log({"loss": 1.0 + rank})  # the same line on every rank
    return run.disabled


if __name__ == "__main__":
    for only_rank_0, folder in ((False, "each"), (True, "one")):
        disabled = launch(worker, 2, only_rank_0)
        runs = len(list(Path(folder, "wandb").glob("offline-run-*")))
        print(f"{only_rank_0=}: {runs} runs, {disabled=}")
# > only_rank_0=False: 2 runs, disabled=[False, False]
# > only_rank_0=True: 1 runs, disabled=[False, True]
# --8<-- [end:rank]

# --8<-- [start:finished]
if __name__ == "__main__":
    first = wandb.init(project="digits", mode="offline", config={"lr": 0.1})
    second = wandb.init(project="digits", mode="offline", config={"lr": 0.01})
    print(f"not finished, so the same run: {first is second} {first.config['lr']=}")
    second.finish()
    third = wandb.init(project="digits", mode="offline", config={"lr": 0.01})
    print(f"finished, so a new one: {third.id != first.id} {third.config['lr']=}")
    third.finish()
    try:
        third.log({"loss": 1.0})
    except wandb.Error as error:
        print(f"{type(error).__name__}: {str(error).replace(third.id, 'ID')}")
    try:
        wandb.log({"loss": 1.0})
    except wandb.Error as error:
        print(f"{type(error).__name__}: {error}")
# > not finished, so the same run: True first.config['lr']=0.1
# > finished, so a new one: True third.config['lr']=0.01
# > UsageError: Run (ID) is finished. The call to `log` will be ignored. Please make sure that you are using an active run.
# > Error: You must call wandb.init() before wandb.log()
# --8<-- [end:finished]

# --8<-- [start:media]
if __name__ == "__main__":
    with wandb.init(project="digits", mode="offline") as run:
        pixels = torch.linspace(0, 1, 64).view(8, 8)  # (height, width)
        table = wandb.Table(columns=["target", "prediction"], data=[[3, 5]])
        run.log({"digit": wandb.Image(pixels.numpy()), "mistakes": table})
    folder = next(Path("wandb").glob(f"offline-run-*-{run.id}"))
    for file in sorted(folder.glob("files/media/*/*")):
        print(f"{file.parent.name}: {file.name.split('_')[0]}{file.suffix}")
# > images: digit.png
# > table: mistakes.json
# --8<-- [end:media]

# --8<-- [start:resume]
if __name__ == "__main__":
    for _ in range(2):
        with wandb.init(
            project="digits", mode="offline", id="run-7", resume="allow"
        ) as run:
            run.log({"loss": 1.0})
            print(f"{run.id=} {run.resumed=} {run.step=}")
        time.sleep(1.1)  # the folder is named after the second
    print(len(list(Path("wandb").glob("offline-run-*-run-7"))), "folder(s)")
# > run.id='run-7' run.resumed=False run.step=1
# > run.id='run-7' run.resumed=False run.step=1
# > 2 folder(s)
# --8<-- [end:resume]
