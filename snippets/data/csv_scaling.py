# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# [tool.tbe]
# timeout = 180
# ///
"""Unscaled columns slow the training down, and a scaler fitted on one new row says nothing."""

import torch
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:compare]
data = load_wine()  # 13 columns; proline goes to 1,680, hue stays below 2
print(f"largest value of each column: {data.data.max(axis=0).round(1).tolist()}")
# > largest value of each column: [14.8, 5.8, 3.2, 30.0, 162.0, 3.9, 5.1, 0.7, 3.6, 13.0, 1.7, 4.0, 1680.0]


def accuracy(scale, optimizer_class, lr, epochs, seed):
    x_train, x_test, y_train, y_test = train_test_split(
        data.data,
        data.target,
        test_size=0.4,
        random_state=seed,
        stratify=data.target,
    )
    if scale:
        scaler = StandardScaler().fit(x_train)  # training rows only
        x_train, x_test = scaler.transform(x_train), scaler.transform(x_test)
    x_train = torch.tensor(x_train, dtype=torch.float32)
    x_test = torch.tensor(x_test, dtype=torch.float32)
    loader = DataLoader(
        TensorDataset(x_train, torch.tensor(y_train)),
        batch_size=16,
        shuffle=True,
        generator=torch.Generator().manual_seed(seed),
    )
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(13, 32), nn.ReLU(), nn.Linear(32, 3))
    optimizer = optimizer_class(model.parameters(), lr=lr)
    criterion = nn.CrossEntropyLoss()
    for _ in range(epochs):
        model.train()  # 1 training mode
        for inputs, targets in loader:
            optimizer.zero_grad()  # 2 clear the old gradients
            loss = criterion(model(inputs), targets)  # 3 forward and loss
            loss.backward()  # 4 gradients
            optimizer.step()  # 5 update
    model.eval()
    with torch.no_grad():
        right = model(x_test).argmax(dim=1) == torch.tensor(y_test)
    return right.float().mean().item()


for optimizer_class, lr, epochs in (
    (torch.optim.SGD, 0.1, 20),
    (torch.optim.AdamW, 0.01, 20),
    (torch.optim.AdamW, 0.01, 60),
):
    for scale in (False, True):
        results = [
            f"{accuracy(scale, optimizer_class, lr, epochs, seed):.2f}"
            for seed in range(3)
        ]
        print(
            f"{optimizer_class.__name__:5} {epochs} epochs, scaled={scale!s:5}",
            *results,
        )
# > SGD   20 epochs, scaled=False 0.40 0.40 0.40
# > SGD   20 epochs, scaled=True  0.99 0.97 1.00
# > AdamW 20 epochs, scaled=False 0.67 0.86 0.82
# > AdamW 20 epochs, scaled=True  1.00 0.97 0.99
# > AdamW 60 epochs, scaled=False 0.89 0.76 0.88
# > AdamW 60 epochs, scaled=True  1.00 0.99 0.99
# --8<-- [end:compare]

# --8<-- [start:new-row]
scaler = StandardScaler().fit(data.data[:100])
new = data.data[100:101]  # one row, (1, 13)
print(f"transform:     {scaler.transform(new)[0, :3].round(2)}")
# > transform:     [-1.36  0.32 -2.37]
print(f"fit_transform: {StandardScaler().fit_transform(new)[0, :3]}")
# > fit_transform: [0. 0. 0.]
# --8<-- [end:new-row]
