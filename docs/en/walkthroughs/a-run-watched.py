# ---
# title: One training run, watched
# description: A PyTorch run logged to TensorBoard and to W&B offline, read back and drawn - loss, learning rate and gradient norm, and what a good, a too high and a too low learning rate look like.
# packages: scikit-learn matplotlib tensorboard wandb
# ---

# %% [markdown]
# # One training run, watched { #a-run-watched }
#
# Log three numbers at every step: the loss, the learning rate and the norm of the gradient. The loss says *that* something is wrong. The other two say *what*. Below, one training is logged to TensorBoard and to W&B, read back from the files and drawn, and two faults that raise no error are found in the curves.
#
# `norm = nn.utils.get_total_norm([p.grad for p in model.parameters()])`
#
# Nothing leaves your machine, and no account is needed.

# %%
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

# %% [markdown]
# ## A training that reports { #train }
#
# The five steps are those of every chapter: `model.train()`, `optimizer.zero_grad()`, forward and loss, `loss.backward()`, `optimizer.step()`. Two lines are new. `get_total_norm` puts all gradients together into one length, after `backward()` has filled them. `log` hands the three numbers to whoever wants them. The function does not know who that is, so the loop stays free of any tool's calls.

# %%
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

# %% [markdown]
# Log numbers, not tensors: `.item()` gives a float that holds on to nothing. And log the learning rate that the step uses, so before `scheduler.step()`.
#
# ## To TensorBoard and W&B { #log }
#
# A tool comes in as the function that is passed as `log`. [TensorBoard](../monitoring/tensorboard.md) takes one number a call, [wandb](../monitoring/wandb.md) a dict a call. `mode="offline"` keeps the run in a folder, and `WANDB_ERROR_REPORTING=false` ends the [usage reports](../monitoring/wandb.md#telemetry) that wandb sends even then.
#
# These two imports stand here and not at the top on purpose. Where TensorFlow is installed too, importing TensorBoard before the first optimizer [can crash](../start/pytorch-vs-tensorflow.md#errors). The training above has made one.

# %%
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
print("runs: ", [path.name[:19] for path in Path("runs/good").iterdir()])
print("wandb:", [path.name[:11] for path in Path("wandb").glob("offline-*")])

# %% [markdown]
# ## Read it back { #read-back }
#
# A number that cannot be read again was not logged. Both tools bring a reader:

# %%
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
for step in (0, 100, 359):
    print(f"step {step}: {good['loss'][step]:.4f} {history[step]['loss']:.4f}")

# %% [markdown]
# The two files agree. `size_guidance={"scalars": 0}` asks for every point, however many there are. To see them as charts, run `tensorboard --logdir runs` or `wandb leet` in a terminal.
#
# ## What a healthy run looks like { #healthy }


# %% alt="Three charts over the steps of the good run. The loss falls steeply and flattens near zero, the learning rate follows half a cosine from its start to zero, the gradient norm rises first and then shrinks with much jitter"
def draw(runs, names=("loss", "lr", "grad_norm")):
    figure, row = plt.subplots(1, len(names), figsize=(7.2, 2.4), squeeze=False)
    for name, axes in zip(names, row[0], strict=True):
        for (label, curves), colour in zip(runs.items(), colours, strict=False):
            third = curves[name][::3]  # enough for the eye
            axes.plot(range(0, steps, 3), third, label=label, color=colour, lw=1)
        axes.set(title=name, xlabel="step")
    if len(runs) > 1:
        row[0, 0].legend(frameon=False, fontsize=8)
    figure.tight_layout()
    plt.show()


colours = ("#2b8a3e", "#d9480f", "#1c7ed6")
draw({"good": good})

# %% [markdown]
# Read them from left to right. The loss falls fast, then slowly, and its jitter is the batches: each one is a little easier or harder. The learning rate does what the scheduler was asked for. The gradient norm grows while the model finds its direction and shrinks as there is less to correct.
#
# ## Too high, too low { #learning-rates }
#
# The same training with two other learning rates. Nothing else changes, not even the seed:


# %%
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
print(f"loss of guessing among ten: {math.log(10):.2f}")

# %% alt="Loss and gradient norm of three runs. Good falls to near zero. Too high shoots up in the first steps, comes back to the height of guessing and stays there, with a gradient norm that spikes and then stays small. Too low falls so slowly that it looks like a straight line"
draw(runs, ("loss", "grad_norm"))

# %% [markdown]
# | | loss | gradient norm | what to do |
# |---|---|---|---|
# | good | falls fast, then slowly | rises, then shrinks | keep it |
# | too high | jumps above its start, then rests at the loss of guessing | one spike, then small | divide by ten |
# | too low | a slanting line that is still falling at the end | hardly moves | multiply by ten |
#
# The end of the orange run is worth a second look. Its loss is flat and its gradient is small, which is also what a finished training looks like. But it is flat at the height of guessing, and its accuracy is that of guessing too. A small gradient says that nothing moves, not that all is well.
#
# ## The fault that only one curve shows { #scheduler }
#
# `T_max` counts calls of `scheduler.step()`. Here that is once a batch, so it must be the number of batches. Give it the number of epochs, as in many examples, and the loss does not complain:

# %%
wrong = train_logged("t_max", 0.1, steps_to_zero=epochs)
for name, curves in (("good", good), ("wrong", wrong)):
    print(f"{name:5} lr every 6 steps:", [round(x, 3) for x in curves["lr"][:42:6]])

# %% alt="Loss and learning rate of the good and the wrong run. The loss curves lie close together. The learning rate of the good run falls once in half a cosine, that of the wrong run swings between its start and zero again and again"
draw({"good": good, "T_max=epochs": wrong}, ("loss", "lr"))

# %% [markdown]
# The loss ends low and the accuracy is fine, so by these two the run passes. On data this easy it does no harm. Only the learning rate shows that it goes up and down again and again, which nobody asked for. That is the reason to log a number that you believe you know.
#
# ## Try it { #try-it }
#
# 1. Remove `optimizer.zero_grad()` from `train`. The gradient norm grows from step to step, because [gradients add up](../autograd/gradients-add-up.md).
# 2. Call `nn.utils.clip_grad_norm_(model.parameters(), 1.0)` after `get_total_norm` in the run with `lr=2.0`. The highest loss comes down, and the run ends better than guessing.
#
# ## Next { #next }
#
# - [Watch training with TensorBoard](../monitoring/tensorboard.md): histograms, images and the graph of the model.
# - [Track experiments with wandb](../monitoring/wandb.md): what goes into a run, and how to send it later.
# - PyTorch documentation: [How to adjust learning rate](https://docs.pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate)
