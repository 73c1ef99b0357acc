# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""Validation switches to eval(); without model.train() the training goes on in that mode."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:forgotten]
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)
train_set = TensorDataset(images[:200], labels[:200])  # few, so that it overfits
valid = images[1000:], labels[1000:]
criterion = nn.CrossEntropyLoss()


def run(mode_in_every_epoch, seed=0, make=torch.optim.SGD, lr=0.1):
    torch.manual_seed(seed)
    loader = DataLoader(train_set, batch_size=50, shuffle=True)
    model = nn.Sequential(
        nn.Linear(64, 128),
        nn.BatchNorm1d(128),
        nn.ReLU(),
        nn.Dropout(0.5),
        nn.Linear(128, 10),
    )
    optimizer = make(model.parameters(), lr=lr)
    for _ in range(30):
        if mode_in_every_epoch:
            model.train()  # 1 training mode
        for inputs, targets in loader:
            optimizer.zero_grad()  # 2 clear the old gradients
            loss = criterion(model(inputs), targets)  # 3 forward and loss
            loss.backward()  # 4 gradients
            optimizer.step()  # 5 update
        model.eval()
        with torch.no_grad():
            valid_loss = criterion(model(valid[0]), valid[1])
    return model[1].num_batches_tracked.item(), loss.item(), valid_loss.item()


for name, every in (("every epoch", True), ("forgotten", False)):
    batches, train_loss, valid_loss = run(every)
    print(
        f"train() {name + ':':12} BatchNorm saw {batches:3} of 120 batches,"
        f" train {train_loss:.3f} valid {valid_loss:.3f}"
    )
# > train() every epoch: BatchNorm saw 120 of 120 batches, train 0.093 valid 0.532
# > train() forgotten:   BatchNorm saw   4 of 120 batches, train 0.190 valid 0.694
# --8<-- [end:forgotten]

# --8<-- [start:seeds]
for make, lr in (
    (torch.optim.SGD, 0.1),
    (torch.optim.AdamW, 1e-3),
    (torch.optim.AdamW, 1e-2),
):
    for name, every in (("every epoch", True), ("forgotten", False)):
        losses = [run(every, seed, make, lr)[2] for seed in range(1, 4)]
        losses = " ".join(f"{loss:.3f}" for loss in losses)
        print(f"{make.__name__:5} lr={lr:5}  train() {name + ':':12} {losses}")
# ~ SGD   lr=  0.1  train() every epoch: 0.492 0.530 0.510
# ~ SGD   lr=  0.1  train() forgotten:   0.693 0.690 0.667
# ~ AdamW lr=0.001  train() every epoch: 0.605 0.618 0.589
# ~ AdamW lr=0.001  train() forgotten:   0.846 0.871 0.833
# ~ AdamW lr= 0.01  train() every epoch: 0.604 0.605 0.621
# ~ AdamW lr= 0.01  train() forgotten:   0.499 0.498 0.477
# --8<-- [end:seeds]
