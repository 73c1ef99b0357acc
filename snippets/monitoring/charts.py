# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.14", "tensorboard>=2.20", "scikit-learn>=1.5", "matplotlib>=3.9"]
# ///
"""Six kinds of charts for TensorBoard in one small run, and the figure of a confusion matrix."""

# --8<-- [start:answer]
import torch
import torch._dynamo  # before TensorBoard: see "Segmentation fault" in the errors
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.tensorboard import SummaryWriter

digits = load_digits()
inputs = torch.tensor(digits.data, dtype=torch.float32) / 16  # (1797, 64)
targets = torch.tensor(digits.target)  # (1797,)
torch.manual_seed(0)
model = nn.Linear(64, 10)

with SummaryWriter("runs/charts") as writer:
    probabilities = model(inputs).softmax(dim=1)  # (1797, 10)
    writer.add_histogram("weight", model.weight, 0)  # any shape
    writer.add_images("digits", inputs[:4].view(4, 1, 8, 8), 0)  # (N, C, H, W)
    writer.add_text("note", "**plain** linear layer, not trained", 0)  # Markdown
    is_three = targets == 3
    writer.add_pr_curve("three or not", is_three, probabilities[:, 3], 0)
    writer.add_graph(model, inputs[:1])
    writer.add_hparams({"lr": 0.1}, {"final/loss": 2.3}, run_name=".")
# ! FutureWarning: `torch.jit.trace` is deprecated. Please switch to `torch.compile` or `torch.export`.
# ! FutureWarning: `torch.jit.trace_method` is deprecated. Please switch to `torch.compile` or `torch.export`.
# --8<-- [end:answer]

# --8<-- [start:read]
from tensorboard.backend.event_processing.event_accumulator import (
    EventAccumulator,
)

events = EventAccumulator("runs/charts").Reload()
tags = events.Tags()
for kind in ("histograms", "images", "tensors", "graph", "scalars"):
    print(f"{kind}: {tags[kind]}")
# > histograms: ['weight']
# > images: ['digits']
# > tensors: ['note/text_summary', 'three or not']
# > graph: True
# > scalars: ['final/loss']
# --8<-- [end:read]

# --8<-- [start:figure]
from matplotlib.figure import Figure


def confusion_figure(targets, predictions, classes):
    counts = torch.zeros(classes, classes, dtype=torch.int64)
    one = torch.tensor(1)
    counts.index_put_((targets, predictions), one, accumulate=True)
    figure = Figure(figsize=(4, 4))
    axes = figure.subplots()
    axes.imshow(counts, cmap="Blues")
    for row in range(classes):
        for column in range(classes):
            axes.text(column, row, counts[row, column].item(), ha="center")
    axes.set(xlabel="prediction", ylabel="target")
    return figure


with SummaryWriter("runs/confusion") as writer:
    figure = confusion_figure(targets, probabilities.argmax(dim=1), 10)
    writer.add_figure("confusion", figure, 0)

image = EventAccumulator("runs/confusion").Reload().Images("confusion")[0]
print(f"in the Images tab: {image.width} x {image.height} pixels")
# > in the Images tab: 400 x 400 pixels
# --8<-- [end:figure]
