# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""A validation in training mode: other numbers each time, and it changes the model."""

import torch
from sklearn.datasets import load_digits
from torch import nn

# --8<-- [start:forgotten]
torch.manual_seed(0)
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)
model = nn.Sequential(
    nn.Linear(64, 128),
    nn.BatchNorm1d(128),
    nn.ReLU(),
    nn.Dropout(0.5),
    nn.Linear(128, 10),
)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
criterion = nn.CrossEntropyLoss()
loader = [(images[i : i + 50], labels[i : i + 50]) for i in range(0, 1000, 50)]
for _ in range(5):
    model.train()  # 1 training mode
    for inputs, targets in loader:
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update


def validate():
    with torch.no_grad():
        return criterion(model(images[1000:]), labels[1000:]).item()


for mode in (True, False):
    model.train(mode)
    before = model[1].running_mean.clone()
    losses = [round(validate(), 4) for _ in range(3)]
    moved = not torch.equal(before, model[1].running_mean)
    print(f"training={mode!s:5} {losses} running_mean moved: {moved}")
# > training=True  [0.3877, 0.4111, 0.3856] running_mean moved: True
# > training=False [0.289, 0.289, 0.289] running_mean moved: False
# --8<-- [end:forgotten]
