# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.4"]
#
# [tool.tbe]
# ///
"""A softmax before CrossEntropyLoss: no message, and a loss that cannot fall."""

import math

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:floor]
criterion = nn.CrossEntropyLoss()
logits = torch.tensor([[20.0, 0.0, 0.0]])  # as sure as can be, and right
targets = torch.tensor([0])
print(f"right: {criterion(logits, targets):.4f}")
# > right: 0.0000
print(f"wrong: {criterion(logits.softmax(dim=1), targets):.4f}")
# > wrong: 0.5514
print(f"10 classes: start {math.log(10):.2f}, floor {math.log(math.e + 9) - 1:.2f}")
# > 10 classes: start 2.30, floor 1.46
# --8<-- [end:floor]

# --8<-- [start:train]
images, digits = load_digits(return_X_y=True)  # 1,797 images of 8 x 8
images = torch.tensor(images, dtype=torch.float32) / 16
dataset = TensorDataset(images, torch.tensor(digits))


def train(model, optimizer_class, lr, epochs=10):
    optimizer = optimizer_class(model.parameters(), lr=lr)
    for _ in range(epochs):
        total = 0.0
        model.train()  # 1 training mode
        for inputs, targets in DataLoader(dataset, batch_size=64):
            optimizer.zero_grad()  # 2 clear the old gradients
            loss = criterion(model(inputs), targets)  # 3 forward and loss
            loss.backward()  # 4 gradients
            optimizer.step()  # 5 update
            total += loss.item() * len(inputs)
    model.eval()
    with torch.no_grad():
        hits = (model(images).argmax(dim=1) == dataset.tensors[1]).float()
    return total / len(dataset), hits.mean().item()


for optimizer_class, lr in (
    (torch.optim.SGD, 0.1),
    (torch.optim.AdamW, 1e-3),
    (torch.optim.AdamW, 1e-2),
):
    print(f"{optimizer_class.__name__} {lr}")
    for name, extra in {"logits": [], "softmax": [nn.Softmax(dim=1)]}.items():
        torch.manual_seed(0)
        layers = nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10), *extra
        loss, accuracy = train(nn.Sequential(*layers), optimizer_class, lr)
        print(f"  {name:8} loss {loss:.2f}   accuracy {accuracy:.2f}")
# > SGD 0.1
# >   logits   loss 0.36   accuracy 0.92
# >   softmax  loss 2.29   accuracy 0.34
# > AdamW 0.001
# >   logits   loss 0.58   accuracy 0.91
# >   softmax  loss 1.73   accuracy 0.84
# > AdamW 0.01
# >   logits   loss 0.13   accuracy 0.95
# >   softmax  loss 1.53   accuracy 0.95
# --8<-- [end:train]
