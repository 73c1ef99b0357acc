# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""A loss that does not fall: the usual causes, and the numbers that tell them apart."""

import torch
from sklearn.datasets import load_digits
from torch import nn

# --8<-- [start:train]
digits = load_digits()
images = torch.tensor(digits.images / 16, dtype=torch.float32)  # (1797, 8, 8)
labels = torch.tensor(digits.target)


def make_model(*last):
    return nn.Sequential(
        nn.Flatten(), nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10), *last
    )


def train(fault, make_optimizer, lr, one_batch, seed):
    torch.manual_seed(seed)
    model = make_model(nn.Softmax(dim=1)) if fault == "softmax" else make_model()
    trained = make_model() if fault == "another model" else model
    lr *= {"lr / 10,000": 1 / 10_000, "lr * 1,000": 1000}.get(fault, 1)
    optimizer = make_optimizer(trained.parameters(), lr=lr)
    mixed = torch.randperm(len(labels))
    targets = labels[mixed] if fault == "mixed labels" else labels
    before = model[1].weight.clone()
    losses = []
    for step in range(150):
        if step == 0 or not one_batch:
            batch = torch.randint(0, len(images), (64,))
        loss = nn.functional.cross_entropy(model(images[batch]), targets[batch])
        optimizer.zero_grad()
        loss.backward()
        if fault != "no step":
            optimizer.step()
        losses.append(loss.item())
    moved = (model[1].weight - before).abs().max().item()
    return sum(losses[-20:]) / 20, moved


# --8<-- [end:train]

# --8<-- [start:faults]
faults = ["none", "no step", "another model", "lr / 10,000", "lr * 1,000"]
faults += ["mixed labels", "softmax"]
for make_optimizer, lr in ((torch.optim.Adam, 0.01), (torch.optim.SGD, 0.1)):
    print(
        f"{make_optimizer.__name__}: loss of three seeds, weight moved by, one batch"
    )
    for fault in faults:
        many = [train(fault, make_optimizer, lr, False, seed) for seed in range(3)]
        loss = " ".join(f"{loss:6.2f}" for loss, _ in many)
        one, _ = train(fault, make_optimizer, lr, True, 0)
        print(f"{fault:13} {loss}   {many[0][1]:.1e}   {one:6.2f}")
# > Adam: loss of three seeds, weight moved by, one batch
# > none            0.13   0.14   0.14   7.3e-01     0.00
# > no step         2.33   2.32   2.32   0.0e+00     2.33
# > another model   2.33   2.32   2.31   0.0e+00     2.34
# > lr / 10,000     2.33   2.32   2.32   1.5e-04     2.33
# ~ lr * 1,000      2.62   2.60   2.68   1.2e+02     1.97
# > mixed labels    2.28   2.26   2.30   4.9e-01     0.02
# > softmax         1.59   1.53   1.60   7.8e-01     1.51
# > SGD: loss of three seeds, weight moved by, one batch
# > none            0.86   0.83   0.97   4.1e-01     0.54
# > no step         2.33   2.32   2.32   0.0e+00     2.33
# > another model   2.33   2.32   2.31   0.0e+00     2.34
# > lr / 10,000     2.33   2.32   2.32   3.8e-05     2.33
# ~ lr * 1,000     39.57  36.11  35.45   1.7e+04    39.52
# > mixed labels    2.30   2.30   2.30   4.0e-02     1.78
# > softmax         2.30   2.29   2.30   3.4e-02     2.24
# --8<-- [end:faults]
