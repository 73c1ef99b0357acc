# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "tensorboard>=2.18", "wandb>=0.31"]
#
# [tool.tbe]
# timeout = 180
# ///
"""Tools that stay silent: TensorBoard's steps and folders, wandb's steps, a learning rate, a buffer, a script that starts again."""

import os
import subprocess
import sys
import time
from pathlib import Path

import torch
import torch._dynamo  # before TensorBoard: see the page on TensorBoard

os.environ["WANDB_SILENT"] = "true"
os.environ["WANDB_ERROR_REPORTING"] = "false"

# --8<-- [start:tensorboard]
from tensorboard.backend.event_processing.event_multiplexer import EventMultiplexer
from torch.utils.tensorboard import SummaryWriter


def points(folder):
    reader = EventMultiplexer().AddRunsFromDirectory(folder).Reload()
    runs = {name: tags["scalars"] for name, tags in reader.Runs().items()}
    return {
        name: [event.step for event in reader.Scalars(name, "loss")]
        for name, tags in sorted(runs.items())
        if "loss" in tags
    }


def write(folder, step=lambda epoch: epoch):
    with SummaryWriter(folder) as writer:
        for epoch in range(3):
            writer.add_scalar("loss", 1.0 / (epoch + 1), step(epoch))


write("no-step/run", step=lambda epoch: None)
for _ in range(2):
    write("same/run")
for number in range(2):
    write(f"new/run{number}")
for folder in "misspelt", "no-step", "same", "new":
    print(f"{folder}: {points(folder)}")
# > misspelt: {}
# > no-step: {'run': [0, 0, 0]}
# > same: {'run': [0, 1, 2, 0, 1, 2]}
# > new: {'run0': [0, 1, 2], 'run1': [0, 1, 2]}
# --8<-- [end:tensorboard]

# --8<-- [start:rate]
weights = [torch.zeros(1, requires_grad=True)]
lr = 0.1


def rates(own=True, call=True, variable=False):
    optimizer = torch.optim.SGD(weights, lr=lr)
    other = torch.optim.SGD(weights, lr=lr)
    scheduled = optimizer if own else other
    scheduler = torch.optim.lr_scheduler.StepLR(scheduled, 1, gamma=0.5)
    printed = []
    for _ in range(3):
        scheduled.step()
        if call:
            scheduler.step()
        printed.append(lr if variable else optimizer.param_groups[0]["lr"])
    return printed


print("the variable lr    ", rates(variable=True))
# > the variable lr     [0.1, 0.1, 0.1]
print("step() never called", rates(call=False))
# > step() never called [0.1, 0.1, 0.1]
print("another optimizer  ", rates(own=False))
# > another optimizer   [0.1, 0.1, 0.1]
print("as it should be    ", rates())
# > as it should be     [0.05, 0.025, 0.0125]
# --8<-- [end:rate]

# --8<-- [start:runs-out]
cosine = torch.optim.lr_scheduler.CosineAnnealingLR
optimizer = torch.optim.SGD(weights, lr=0.1)
scheduler = cosine(optimizer, T_max=4)  # for 4 epochs, and there are 8
shown = []
for _ in range(8):
    optimizer.step()
    scheduler.step()
    shown.append(f"{scheduler.get_last_lr()[0]:.3f}")
print("cosine, T_max=4:", *shown)
# > cosine, T_max=4: 0.085 0.050 0.015 0.000 0.015 0.050 0.085 0.100
optimizer = torch.optim.SGD(weights, lr=0.1)
scheduler = torch.optim.lr_scheduler.OneCycleLR(
    optimizer, max_lr=0.1, total_steps=4
)
try:
    for _ in range(8):
        optimizer.step()
        scheduler.step()
except ValueError as error:
    print(f"OneCycleLR: {str(error).split('.')[0]}")
# > OneCycleLR: Tried to step 5 times
# --8<-- [end:runs-out]

# --8<-- [start:buffer]
LATE = "import time; print('epoch 1'); time.sleep(2); print('epoch 2')"
FLUSH = LATE.replace("'epoch 1'", "'epoch 1', flush=True")
plain = {key: os.environ[key] for key in os.environ if key != "PYTHONUNBUFFERED"}
for name, command in {
    "print()": [sys.executable, "-c", LATE],
    "print(flush=True)": [sys.executable, "-c", FLUSH],
    "python -u": [sys.executable, "-u", "-c", LATE],
}.items():
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=plain) as child:
        line = child.stdout.readline().decode().strip()
        time.sleep(0.5)
        print(f"{name:17} | {line} came while it ran: {child.poll() is None}")
        child.stdout.read()  # the rest
# > print()           | epoch 1 came while it ran: False
# > print(flush=True) | epoch 1 came while it ran: True
# > python -u         | epoch 1 came while it ran: True
# --8<-- [end:buffer]

# --8<-- [start:again]
TOP = """
import multiprocessing as mp
print("top of the file,", __name__)
def work(): pass
"""
START = """
    process = mp.get_context("spawn").Process(target=work)
    process.start(); process.join()
"""
Path("train.py").write_text(TOP + "if __name__ == '__main__':" + START)
done = subprocess.run([sys.executable, "train.py"], capture_output=True, text=True)
print(done.stdout.strip())
# > top of the file, __main__
# > top of the file, __mp_main__
# --8<-- [end:again]

# --8<-- [start:wandb]
import wandb

run = wandb.init(project="digits", mode="offline")
for step in 0, 100, 50:
    run.log({"loss": 1.0}, step=step)
print(f"{run.offline=} {run.step=}")
# > run.offline=True run.step=100
run.finish()
print(f"{len(list(Path('wandb').glob('offline-run-*')))=}")
# > len(list(Path('wandb').glob('offline-run-*')))=1
# --8<-- [end:wandb]
