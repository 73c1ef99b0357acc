# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""One training with one fault at a time: what its loss looks like, and what tells."""

import torch
from sklearn.datasets import load_digits
from torch import nn

# --8<-- [start:train]
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)


def make_model(*last):
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10), *last)


def train(model, x=images, y=labels, fault="", lr=0.01, decay=1.0, adam=True):
    torch.manual_seed(0)
    owner = make_model() if fault == "another model" else model
    kind = torch.optim.AdamW if adam else torch.optim.SGD
    optimizer = kind(owner.parameters(), lr=lr)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, decay)
    losses = []
    for _ in range(5):
        total = 0.0
        for rows in torch.randperm(len(x)).split(64):
            if fault != "no zero_grad":
                optimizer.zero_grad()
            logits = model(x[rows])
            if fault == "graph cut":
                logits = logits.detach().requires_grad_()
            loss = nn.functional.cross_entropy(logits, y[rows])
            (-loss if fault == "minus sign" else loss).backward()
            if fault == "zero_grad before step":
                optimizer.zero_grad()
            if fault != "no step":
                optimizer.step()
            if decay < 1:
                scheduler.step()  # in every batch
            total += loss.item() * len(rows)
        losses.append(total / len(x))
    return losses, optimizer.param_groups[0]["lr"]


def show(cause, losses, sign=""):
    print(
        f"{cause:<21}",
        *(f"{loss:5.2f}" for loss in losses),
        f"| {sign}".rstrip(" |"),
    )


# --8<-- [end:train]


# --8<-- [start:not-falling]
def moves(fault="", lr=0.01):
    model = make_model()
    before = [p.detach().clone() for p in model.parameters()]
    losses, _ = train(model, fault=fault, lr=lr)
    pairs = zip(before, model.parameters(), strict=True)
    moved = sum(not torch.equal(a, b) for a, b in pairs)
    grads = sum(p.grad is not None for p in model.parameters())
    change = (model[0].weight - before[0]).abs().max()
    sign = f"{grads:9} {moved:5}  {change:.4f}"
    show(fault or f"lr={lr}", losses, sign)


print(" " * 53, "gradients moved at most")
# >                                                       gradients moved at most
moves()
# ~ lr=0.01                1.62  0.43  0.23  0.17  0.14 |         4     4  0.7347
moves("no step")
# > no step                2.33  2.33  2.33  2.33  2.33 |         4     0  0.0000
moves("zero_grad before step")
# > zero_grad before step  2.33  2.33  2.33  2.33  2.33 |         0     0  0.0000
moves("graph cut")
# > graph cut              2.33  2.33  2.33  2.33  2.33 |         0     0  0.0000
moves("another model")
# > another model          2.33  2.33  2.33  2.33  2.33 |         4     0  0.0000
moves(lr=1e-6)
# > lr=1e-06               2.33  2.33  2.33  2.33  2.33 |         4     4  0.0001
# --8<-- [end:not-falling]


# --8<-- [start:stays]
def look(cause, model, x=images, y=labels, lr=0.01):
    weights = model[0].weight.detach().abs().max()
    losses, _ = train(model, x, y, lr=lr)
    spread = x.std(0).mean()  # over the rows, then the mean of all columns
    gradient = model[0].weight.grad.abs().max()
    sign = f"{spread:.0e}  {weights:.0e}  {gradient:.0e}"
    show(cause, losses, sign)


def deep(activation):
    torch.manual_seed(0)
    layers = [nn.Linear(64, 32), activation()]
    for _ in range(8):
        layers += [nn.Linear(32, 32), activation()]
    return nn.Sequential(*layers, nn.Linear(32, 10))


zeros = make_model()
for parameter in zeros.parameters():
    nn.init.zeros_(parameter)
shuffled = labels[torch.randperm(1797)]

print(" " * 53, "inputs weights gradient")
# >                                                       inputs weights gradient
look("healthy", make_model())
# ~ healthy                1.62  0.43  0.23  0.17  0.14 | 2e-01  1e-01  9e-02
look("scaled three times", make_model(), images / 255 / 255)
# ~ scaled three times     2.31  2.30  2.30  2.30  2.30 | 4e-06  1e-01  1e-06
look("labels shuffled", make_model(), y=shuffled)
# ~ labels shuffled        2.31  2.30  2.30  2.30  2.30 | 2e-01  1e-01  6e-02
look("lr=1.0", make_model(), lr=1.0)
# ~ lr=1.0                 9.13  2.37  2.35  2.37  2.37 | 2e-01  1e-01  0e+00
look("all weights zero", zeros)
# > all weights zero       2.30  2.30  2.30  2.30  2.30 | 2e-01  0e+00  0e+00
look("nine sigmoids", deep(nn.Sigmoid))
# ~ nine sigmoids          2.32  2.31  2.31  2.31  2.31 | 2e-01  1e-01  7e-10
look("nine ReLUs", deep(nn.ReLU))
# ~ nine ReLUs             2.22  1.86  1.53  1.32  1.37 | 2e-01  1e-01  1e-01

binary = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 2))
look("two classes, zeros", binary, images * 0, labels % 2)
# ~ two classes, zeros     0.70  0.69  0.69  0.69  0.69 | 0e+00  1e-01  0e+00
# --8<-- [end:stays]


# --8<-- [start:stops-high]
def outputs(cause, model, lr=0.01, decay=1.0):
    losses, last = train(model, lr=lr, decay=decay)
    with torch.no_grad():
        outputs = model(images)
    sums = bool(torch.allclose(outputs.sum(1), torch.ones(1797)))
    sign = f"{outputs.min():6.0f}  {sums!s:8} {last:.0e}"
    show(cause, losses, sign)


torch.manual_seed(0)
narrow = nn.Sequential(nn.Linear(64, 2), nn.ReLU(), nn.Linear(2, 10))

print(" " * 53, "lowest  sum is 1 last lr")
# >                                                       lowest  sum is 1 last lr
outputs("healthy", make_model())
# ~ healthy                1.62  0.43  0.23  0.17  0.14 |    -19  False    1e-02
outputs("softmax in the model", make_model(nn.Softmax(1)))
# ~ softmax in the model   2.15  1.72  1.62  1.61  1.60 |      0  True     1e-02
outputs("ReLU on the logits", make_model(nn.ReLU()))
# ~ ReLU on the logits     1.95  1.44  1.33  1.29  1.27 |      0  False    1e-02
outputs("scheduler each batch", make_model(), decay=0.9)
# ~ scheduler each batch   2.03  1.83  1.82  1.81  1.81 |     -1  False    2e-09
outputs("2 hidden units", narrow)
# ~ 2 hidden units         2.32  2.15  2.05  1.97  1.92 |     -6  False    1e-02
outputs("lr=0.2", make_model(), lr=0.2)
# ~ lr=0.2                 1.95  1.08  0.95  0.82  0.92 |    -96  False    2e-01
# --8<-- [end:stops-high]

# --8<-- [start:rises]
show("SGD, lr=0.5", train(make_model(), lr=0.5, adam=False)[0])
# ~ SGD, lr=0.5            1.83  0.66  0.41  0.23  0.26
show("minus sign", train(make_model(), fault="minus sign", adam=False)[0])
# ~ minus sign             2.33  2.35  2.37  2.39  2.41
fault = "no zero_grad"
show(fault, train(make_model(), fault=fault, lr=0.5, adam=False)[0])
# ~ no zero_grad           1.35  1.92  2.81  2.95  3.39
show("SGD, lr=5", train(make_model(), lr=5, adam=False)[0])
# ~ SGD, lr=5              2.73  2.34  2.34  2.34  2.34
show("AdamW, lr=5", train(make_model(), lr=5)[0])
# ~ AdamW, lr=5           163.18  2.49  2.45  2.48  2.62
# --8<-- [end:rises]
