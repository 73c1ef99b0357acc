# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""The same loop with three optimizers and three learning rates."""

import torch
from sklearn.datasets import load_iris
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:train]
features, species = load_iris(return_X_y=True)
inputs = torch.tensor(features, dtype=torch.float32)  # (150, 4)
inputs = (inputs - inputs.mean(0)) / inputs.std(0)
data = TensorDataset(inputs, torch.tensor(species))
criterion = nn.CrossEntropyLoss()


def train(optimizer_class, epochs=5, **options):
    torch.manual_seed(0)
    loader = DataLoader(data, batch_size=15, shuffle=True)
    model = nn.Linear(4, 3)
    optimizer = optimizer_class(model.parameters(), **options)
    for _ in range(epochs):
        model.train()  # 1 training mode
        for inputs, targets in loader:
            optimizer.zero_grad()  # 2 clear the old gradients
            loss = criterion(model(inputs), targets)  # 3 forward and loss
            loss.backward()  # 4 gradients
            optimizer.step()  # 5 update
    with torch.no_grad():
        return criterion(model(data.tensors[0]), data.tensors[1]).item()


rates = (0.001, 0.01, 0.1, 1.0)
print(f"{'lr':12}", " ".join(f"{lr:6}" for lr in rates))
# > lr            0.001   0.01    0.1    1.0
for name, optimizer_class, options in (
    ("SGD", torch.optim.SGD, {}),
    ("momentum 0.9", torch.optim.SGD, {"momentum": 0.9}),
    ("AdamW", torch.optim.AdamW, {}),
):
    losses = [train(optimizer_class, lr=lr, **options) for lr in rates]
    print(f"{name:12}", " ".join(f"{loss:6.2f}" for loss in losses))
# > SGD            0.88   0.71   0.41   0.17
# > momentum 0.9   0.73   0.41   0.16   0.06
# > AdamW          0.81   0.46   0.14   0.06
# --8<-- [end:train]
