# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.4"]
# ///
"""Batch size against learning rate on digits, for SGD and for AdamW."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:grid]
images, digits = load_digits(return_X_y=True)  # 1,797 images of 8 x 8
inputs = torch.tensor(images, dtype=torch.float32) / 16
targets = torch.tensor(digits)
criterion = nn.CrossEntropyLoss()


def loss_after_training(kind, batch_size, lr, epochs=3):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = kind(model.parameters(), lr=lr)
    dataset = TensorDataset(inputs, targets)
    for _ in range(epochs):
        for batch, labels in DataLoader(dataset, batch_size, shuffle=True):
            optimizer.zero_grad()
            loss = criterion(model(batch), labels)
            loss.backward()
            optimizer.step()
    with torch.no_grad():
        return criterion(model(inputs), targets).item()


rates = {
    torch.optim.SGD: (0.01, 0.1, 0.3, 1.0),
    torch.optim.AdamW: (0.001, 0.01, 0.03, 0.1),
}
for kind, lrs in rates.items():
    print(f"{kind.__name__:9}", *(f"lr {lr:<7}" for lr in lrs))
    for size in (8, 64, 512):
        losses = [loss_after_training(kind, size, lr) for lr in lrs]
        best = min(losses)
        row = (f"{loss:.2f}{'*' if loss == best else ' ':6}" for loss in losses)
        print(f"batch {size:3}", *row)
# > SGD       lr 0.01    lr 0.1     lr 0.3     lr 1.0
# > batch   8 1.84       0.17       0.09*      2.82
# > batch  64 2.28       1.58       0.49       0.46*
# > batch 512 2.32       2.27       2.14       1.41*
# > AdamW     lr 0.001   lr 0.01    lr 0.03    lr 0.1
# > batch   8 0.40       0.16*      0.18       1.31
# > batch  64 1.75       0.20       0.13*      0.16
# > batch 512 2.26       1.43       0.37       0.27*
# --8<-- [end:grid]

# --8<-- [start:scaled]
for base in (0.01, 0.1):
    for size in (8, 32, 128, 512):
        lr = base * size / 8
        same = loss_after_training(torch.optim.SGD, size, base)
        scaled = loss_after_training(torch.optim.SGD, size, lr)
        print(f"batch {size:3}: lr {base} {same:.2f}   lr {lr:<5.3g} {scaled:.2f}")
# > batch   8: lr 0.01 1.84   lr 0.01  1.84
# > batch  32: lr 0.01 2.24   lr 0.04  1.83
# > batch 128: lr 0.01 2.30   lr 0.16  1.80
# > batch 512: lr 0.01 2.32   lr 0.64  1.78
# > batch   8: lr 0.1 0.17   lr 0.1   0.17
# > batch  32: lr 0.1 0.67   lr 0.4   0.21
# > batch 128: lr 0.1 2.07   lr 1.6   2.28
# > batch 512: lr 0.1 2.27   lr 6.4   2.36
# --8<-- [end:scaled]

# --8<-- [start:cost]
rows_read = {}
for size, lr in ((8, 0.3), (64, 1.0), (1797, 1.0)):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    steps, loss_of_all = 0, torch.inf
    while loss_of_all > 0.5:
        rows = torch.randperm(1797)[:size]
        optimizer.zero_grad()
        criterion(model(inputs[rows]), targets[rows]).backward()
        optimizer.step()
        steps += 1
        with torch.no_grad():
            loss_of_all = criterion(model(inputs), targets).item()
    rows_read[size] = steps * size
    ratio = rows_read[size] / rows_read[8]
    print(
        f"batch {size:4}: {steps:2} steps, {steps * size:6,} rows read,"
        f" {ratio:.0f} times as many as 8"
    )
# > batch    8: 94 steps,    752 rows read, 1 times as many as 8
# > batch   64: 46 steps,  2,944 rows read, 4 times as many as 8
# > batch 1797: 31 steps, 55,707 rows read, 74 times as many as 8
# --8<-- [end:cost]

# --8<-- [start:steps]
for size in (1, 8, 64, 512, 1797):
    loader = DataLoader(TensorDataset(inputs, targets), size, shuffle=True)
    print(f"batch {size:4}: {len(loader):4} steps an epoch")
# > batch    1: 1797 steps an epoch
# > batch    8:  225 steps an epoch
# > batch   64:   29 steps an epoch
# > batch  512:    4 steps an epoch
# > batch 1797:    1 steps an epoch
# --8<-- [end:steps]
