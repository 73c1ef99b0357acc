# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.14", "tensorboard>=2.20", "scikit-learn>=1.5"]
#
# [tool.tbe]
# claims = ["tb.what", "tb.kinds"]
# ///
"""Two trainings on handwritten digits, logged with every kind of chart this page shows."""

import torch
import torch._dynamo  # before TensorBoard, which loads TensorFlow where it is installed: the first optimizer after that would crash
from sklearn.datasets import load_digits
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch import nn
from torch.utils.tensorboard import SummaryWriter

# --8<-- [start:train]
digits = load_digits()
inputs = torch.tensor(digits.data, dtype=torch.float32) / 16  # (1797, 64)
targets = torch.tensor(digits.target)
criterion = nn.CrossEntropyLoss()


def train(lr, epochs=15):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    with SummaryWriter(f"runs/lr_{lr}") as writer:
        writer.add_graph(model, inputs[:1])
        # with a gray frame
        writer.add_images(
            "digits",
            nn.functional.pad(
                inputs[:16].view(16, 1, 8, 8), (1, 1, 1, 1), value=0.5
            ),
        )
        for epoch in range(epochs):
            for batch in torch.randperm(1500).split(
                100
            ):  # the last 297 digits are kept for validation
                optimizer.zero_grad()
                loss = criterion(model(inputs[batch]), targets[batch])
                loss.backward()
                optimizer.step()
            with torch.no_grad():
                logits = model(inputs[1500:])
            accuracy = (logits.argmax(1) == targets[1500:]).float().mean().item()
            writer.add_scalar("loss/train", loss.item(), epoch)
            writer.add_scalar(
                "loss/valid", criterion(logits, targets[1500:]).item(), epoch
            )
            writer.add_scalar("accuracy/valid", accuracy, epoch)
            writer.add_histogram("weight/first", model[0].weight, epoch)
        writer.add_hparams(
            {"lr": lr, "epochs": epochs}, {"final/accuracy": accuracy}, run_name="."
        )
    return accuracy


for lr in (0.1, 0.01, 0.001):
    print(f"{lr=} accuracy={train(lr):.2f}")
# > lr=0.1 accuracy=0.91
# > lr=0.01 accuracy=0.87
# > lr=0.001 accuracy=0.26
# ! FutureWarning: `torch.jit.trace` is deprecated. Please switch to `torch.compile` or `torch.export`.
# ! FutureWarning: `torch.jit.trace_method` is deprecated. Please switch to `torch.compile` or `torch.export`.
# --8<-- [end:train]

# --8<-- [start:read]
events = EventAccumulator("runs/lr_0.1").Reload()
for kind in ("scalars", "images", "histograms", "graph"):
    print(f"{kind}: {events.Tags()[kind]}")
# > scalars: ['loss/train', 'loss/valid', 'accuracy/valid', 'final/accuracy']
# > images: ['digits']
# > histograms: ['weight/first']
# > graph: True
# --8<-- [end:read]
