# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.14", "tensorboard>=2.20", "scikit-learn>=1.5"]
#
# [tool.tbe]
# claims = ["tb.what", "tb.kinds"]
# ///
"""Three trainings on handwritten digits, logged with curves, images, histograms, the graph and hyperparameters."""

# --8<-- [start:train]
import torch
import torch._dynamo  # before TensorBoard: see "Segmentation fault" below
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.tensorboard import SummaryWriter

digits = load_digits()
inputs = torch.tensor(digits.data, dtype=torch.float32) / 16  # (1797, 64)
targets = torch.tensor(digits.target)
criterion = nn.CrossEntropyLoss()


def train(lr, epochs=15):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    writer = SummaryWriter(f"runs/lr_{lr}")  # one folder per run
    writer.add_graph(model, inputs[:1])
    framed = nn.functional.pad(
        inputs[:16].view(16, 1, 8, 8), (1, 1, 1, 1), value=0.5
    )
    writer.add_images("digits", framed)  # (16, 1, 10, 10)

    for epoch in range(epochs):
        model.train()
        total = 0.0
        # 1,500 digits for training, 297 for validation
        for batch in torch.randperm(1500).split(100):
            optimizer.zero_grad()
            loss = criterion(model(inputs[batch]), targets[batch])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        model.eval()
        with torch.no_grad():
            logits = model(inputs[1500:])
            valid_loss = criterion(logits, targets[1500:]).item()
        accuracy = (logits.argmax(1) == targets[1500:]).float().mean().item()
        writer.add_scalar("loss/train", total / 1500, epoch)
        writer.add_scalar("loss/valid", valid_loss, epoch)
        writer.add_scalar("accuracy/valid", accuracy, epoch)
        writer.add_histogram("weight/first", model[0].weight, epoch)

    settings, results = {"lr": lr, "epochs": epochs}, {"final/accuracy": accuracy}
    writer.add_hparams(settings, results, run_name=".")
    writer.close()
    return f"loss {total / 1500:.2f}, accuracy {accuracy:.2f}"


for lr in (0.1, 0.01, 0.001):
    print(f"{lr=} {train(lr)}")
# > lr=0.1 loss 0.05, accuracy 0.91
# > lr=0.01 loss 0.48, accuracy 0.87
# > lr=0.001 loss 2.22, accuracy 0.26
# ! FutureWarning: `torch.jit.trace` is deprecated. Please switch to `torch.compile` or `torch.export`.
# ! FutureWarning: `torch.jit.trace_method` is deprecated. Please switch to `torch.compile` or `torch.export`.
# --8<-- [end:train]

# --8<-- [start:runs]
from tensorboard.backend.event_processing.event_multiplexer import (
    EventMultiplexer,
)

found = EventMultiplexer().AddRunsFromDirectory("runs").Reload()
for run, kinds in sorted(found.Runs().items()):
    print(f"{run}: {kinds['scalars']}")
# > lr_0.001: ['loss/train', 'loss/valid', 'accuracy/valid', 'final/accuracy']
# > lr_0.01: ['loss/train', 'loss/valid', 'accuracy/valid', 'final/accuracy']
# > lr_0.1: ['loss/train', 'loss/valid', 'accuracy/valid', 'final/accuracy']
# --8<-- [end:runs]
