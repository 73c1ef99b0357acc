# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib>=3.9", "tensorboard>=2.20", "wandb>=0.31"]
#
# [tool.tbe]
# timeout = 400
# figures = ["good.svg", "learning_rates.svg", "t_max.svg"]
# ///
"""One training run logged to TensorBoard and W&B, read back and drawn; and two faults that raise no error."""

# --8<-- [start:setup]
import json
import math
import os
import subprocess
import sys
from pathlib import Path

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

device = (
    torch.accelerator.current_accelerator()
    if torch.accelerator.is_available()
    else torch.device("cpu")
)
digits = load_digits()
images = torch.tensor(digits.data, dtype=torch.float32) / 16  # (1797, 64)
labels = torch.tensor(digits.target)
train_set = TensorDataset(images[:1500], labels[:1500])
valid_set = TensorDataset(images[1500:], labels[1500:])

epochs = 12
steps = epochs * math.ceil(len(train_set) / 50)  # batches of 50
print(f"{device=} {len(train_set)=} {len(valid_set)=} {steps=}")
# > device=device(type='cpu') len(train_set)=1500 len(valid_set)=297 steps=360
# --8<-- [end:setup]

# --8<-- [start:answer]
norm = nn.utils.get_total_norm([torch.tensor([3.0]), torch.tensor([4.0])])
print(f"{norm.item()=}")
# > norm.item()=5.0
# --8<-- [end:answer]

# --8<-- [start:train]
criterion = nn.CrossEntropyLoss()


def train(lr, log, steps_to_zero=steps):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10)).to(
        device
    )
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(
        optimizer, T_max=steps_to_zero
    )
    loader = DataLoader(train_set, batch_size=50, shuffle=True)
    step = 0
    for _ in range(epochs):
        model.train()
        for inputs, targets in loader:
            inputs, targets = inputs.to(device), targets.to(device)
            optimizer.zero_grad()
            logits = model(inputs)
            loss = criterion(logits, targets)
            loss.backward()
            norm = nn.utils.get_total_norm([p.grad for p in model.parameters()])
            log(
                step,
                {
                    "loss": loss.item(),
                    "lr": optimizer.param_groups[0]["lr"],
                    "grad_norm": norm.item(),
                },
            )
            optimizer.step()
            scheduler.step()
            step += 1
    model.eval()
    inputs, targets = valid_set.tensors
    with torch.no_grad():
        predicted = model(inputs.to(device)).argmax(1).cpu()
    return (predicted == targets).float().mean().item()


def show(step, values):
    if step % 60 == 0:
        print(step, {name: round(value, 3) for name, value in values.items()})


print(f"accuracy {train(0.1, show):.3f}")
# > 0 {'loss': 2.311, 'lr': 0.1, 'grad_norm': 0.405}
# > 60 {'loss': 0.238, 'lr': 0.093, 'grad_norm': 0.673}
# > 120 {'loss': 0.123, 'lr': 0.075, 'grad_norm': 0.468}
# > 180 {'loss': 0.076, 'lr': 0.05, 'grad_norm': 0.431}
# > 240 {'loss': 0.049, 'lr': 0.025, 'grad_norm': 0.307}
# > 300 {'loss': 0.053, 'lr': 0.007, 'grad_norm': 0.184}
# > accuracy 0.919
# --8<-- [end:train]

# --8<-- [start:log]
os.environ["WANDB_ERROR_REPORTING"] = "false"
os.environ["WANDB_SILENT"] = "true"

import wandb
from torch.utils.tensorboard import SummaryWriter

with (
    SummaryWriter("runs/good") as writer,
    wandb.init(
        project="digits", name="good", mode="offline", config={"lr": 0.1}
    ) as run,
):

    def to_both(step, values):
        for name, value in values.items():
            writer.add_scalar(name, value, step)
        run.log(values, step=step)

    accuracy = train(0.1, to_both)
    run.summary["accuracy"] = accuracy
    writer.add_scalar("accuracy", accuracy, steps)

print(f"accuracy {accuracy:.3f}")
# > accuracy 0.919
print("runs: ", [path.name[:19] for path in Path("runs/good").iterdir()])
# > runs:  ['events.out.tfevents']
print("wandb:", [path.name[:11] for path in Path("wandb").glob("offline-*")])
# > wandb: ['offline-run']
# --8<-- [end:log]

# --8<-- [start:read-back]
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator


def read_events(folder):
    events = EventAccumulator(folder, size_guidance={"scalars": 0}).Reload()
    return {
        tag: [event.value for event in events.Scalars(tag)]
        for tag in ("loss", "lr", "grad_norm")
    }


good = read_events("runs/good")

folder = next(Path("wandb").glob("offline-run-*"))
command = [sys.executable, "-m", "wandb", "leet", "inspect", "--json", str(folder)]
lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout
records = [json.loads(line) for line in lines.splitlines()]
history = [record["history"]["item"] for record in records if "history" in record]

print(f"{len(good['loss'])=} {len(history)=}")
# > len(good['loss'])=360 len(history)=360
for step in (0, 100, 359):
    print(f"step {step}: {good['loss'][step]:.4f} {history[step]['loss']:.4f}")
# > step 0: 2.3113 2.3113
# > step 100: 0.0685 0.0685
# > step 359: 0.0437 0.0437
# --8<-- [end:read-back]


# --8<-- [start:healthy]
def draw(file, runs, names=("loss", "lr", "grad_norm")):
    size = (4.6, 1.9 * len(names))
    figure, column = plt.subplots(len(names), figsize=size, squeeze=False)
    for name, axes in zip(names, column[:, 0], strict=True):
        for (label, curves), colour in zip(runs.items(), colours, strict=False):
            third = curves[name][::3]  # enough for the eye
            axes.plot(range(0, steps, 3), third, label=label, color=colour, lw=1)
        axes.set(title=name, xlabel="step")
    if len(runs) > 1:
        column[0, 0].legend(frameon=False)
    figure.tight_layout()
    figure.savefig(file)
    plt.close(figure)


colours = ("#2b8a3e", "#d9480f", "#1c7ed6")
draw("good.svg", {"good": good})
# --8<-- [end:healthy]


# --8<-- [start:learning-rates]
def train_logged(name, lr, **options):
    with SummaryWriter(f"runs/{name}") as writer:

        def log(step, values):
            for tag, value in values.items():
                writer.add_scalar(tag, value, step)

        accuracy = train(lr, log, **options)
    curves = read_events(f"runs/{name}")
    first, last = curves["loss"][0], sum(curves["loss"][-30:]) / 30
    print(
        f"{name:9} lr={lr:<6} loss {first:.2f} -> {last:.2f}, highest "
        f"{max(curves['loss']):.2f}, accuracy {accuracy:.3f}"
    )
    return curves


runs = {
    "good": train_logged("good_2", 0.1),
    "too high": train_logged("too_high", 2.0),
    "too low": train_logged("too_low", 0.001),
}
# > good_2    lr=0.1    loss 2.31 -> 0.04, highest 2.33, accuracy 0.919
# > too_high  lr=2.0    loss 2.31 -> 2.30, highest 10.16, accuracy 0.101
# > too_low   lr=0.001  loss 2.31 -> 2.20, highest 2.33, accuracy 0.401
print(f"loss of guessing among ten: {math.log(10):.2f}")
# > loss of guessing among ten: 2.30
# --8<-- [end:learning-rates]

# --8<-- [start:learning-rates-2]
draw("learning_rates.svg", runs, ("loss", "grad_norm"))
# --8<-- [end:learning-rates-2]

# --8<-- [start:scheduler]
wrong = train_logged("t_max", 0.1, steps_to_zero=epochs)
# > t_max     lr=0.1    loss 2.31 -> 0.06, highest 2.33, accuracy 0.926
for name, curves in (("good", good), ("wrong", wrong)):
    print(f"{name:5} lr every 6 steps:", [round(x, 3) for x in curves["lr"][:42:6]])
# > good  lr every 6 steps: [0.1, 0.1, 0.1, 0.099, 0.099, 0.098, 0.098]
# > wrong lr every 6 steps: [0.1, 0.05, 0.0, 0.05, 0.1, 0.05, 0.0]
# --8<-- [end:scheduler]

# --8<-- [start:scheduler-2]
draw("t_max.svg", {"good": good, "T_max=epochs": wrong}, ("loss", "lr"))
# --8<-- [end:scheduler-2]
