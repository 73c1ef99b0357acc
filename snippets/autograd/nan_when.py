# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""In which step does the loss become NaN? Ten causes in the same small training."""

import torch
from torch import nn

# --8<-- [start:train]
torch.manual_seed(0)
inputs = torch.randn(257, 8)  # 257 rows in batches of 32: the last one has one row
labels = (inputs.sum(1) > 0).long()


def train(
    name, loss_of, x=inputs, y=labels, rate=0.01, grow=1.0, adam=True, dtype=None
):
    torch.manual_seed(0)
    model = nn.Linear(8, 2, dtype=dtype)
    kind = torch.optim.AdamW if adam else torch.optim.SGD
    optimizer = kind(model.parameters(), lr=rate)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, grow)
    before = "-"
    for epoch in range(1, 201):
        for step, rows in enumerate(torch.randperm(len(x)).split(32), start=1):
            optimizer.zero_grad()
            loss = loss_of(model, x[rows].to(dtype), y[rows])
            if not loss.isfinite():
                print(
                    f"{name:<27} epoch {epoch:3}, step {step}, loss before: {before}"
                )
                return
            loss.backward()
            optimizer.step()
            before = f"{loss.item():.2g}"
        scheduler.step()  # once an epoch: the rate times grow
    print(f"{name:<27} finite for {epoch} epochs")


# --8<-- [end:train]
cross_entropy = nn.functional.cross_entropy


# --8<-- [start:when]
def healthy(model, x, y):
    return cross_entropy(model(x), y)


def own_log(model, x, y):  # log(0) as soon as the model is sure
    p = model(x)[:, 1].sigmoid()
    return -(y * p.log() + (1 - y) * (1 - p).log()).mean()


def own_softmax(model, x, y):  # exp() as soon as a logit is large
    e = model(x).exp()
    p = e / e.sum(1, keepdim=True)
    return nn.functional.nll_loss((p + 1e-6).log(), y)


def with_root(model, x, y):  # an infinite slope: NaN gradients, then NaN weights
    z = model(x)
    return cross_entropy(z, y) + (z - z.detach()).abs().sqrt().sum()


def scaled_by_batch(model, x, y):  # the deviation of one row
    return cross_entropy(model((x - x.mean(0)) / x.std(0)), y)


def squares(model, x, y):
    return ((model(x)[:, 0] - y) ** 2).mean()


train("healthy", healthy)
# ~ healthy                     finite for 200 epochs
constant = inputs.clone()
constant[:, 0] = 0 / torch.zeros(257)  # a column scaled by its deviation, 0
train("a constant column", healthy, constant)
# ~ a constant column           epoch   1, step 1, loss before: -
train("log(0), columns not scaled", own_log, inputs * 1000)
# ~ log(0), columns not scaled  epoch   1, step 1, loss before: -
train("sqrt(0), loss still finite", with_root)
# ~ sqrt(0), loss still finite  epoch   1, step 2, loss before: 0.73
cell = inputs.clone()
cell[0, 0] = torch.nan
train("an empty cell", healthy, cell)
# ~ an empty cell               epoch   1, step 6, loss before: 0.74
train("a batch of one row", scaled_by_batch)
# ~ a batch of one row          epoch   1, step 9, loss before: 0.7
# ! UserWarning: std(): degrees of freedom is <= 0. Correction should be strictly less than the reduction factor (input numel divided by output numel).
train("rate too large", squares, rate=10.0, adam=False)
# ~ rate too large              epoch   2, step 6, loss before: 4e+36
train("rate that grows", squares, grow=1.2, adam=False)
# ~ rate that grows             epoch  30, step 8, loss before: 3.2e+36
rare = torch.where(torch.arange(256) % 6 == 0, labels[:256], -100)
train("every row of a batch masked", healthy, inputs[:256], rare)
# ~ every row of a batch masked epoch  62, step 7, loss before: 0.13
train("log(0), the model gets sure", own_log, rate=0.1)
# ~ log(0), the model gets sure epoch   8, step 8, loss before: 0.14
for dtype in (torch.float16, torch.bfloat16, torch.float32):
    name = f"own softmax, {str(dtype).removeprefix('torch.')}"
    train(name, own_softmax, rate=0.05, dtype=dtype)
# ~ own softmax, float16        epoch  17, step 4, loss before: 0.086
# ~ own softmax, bfloat16       finite for 200 epochs
# ~ own softmax, float32        finite for 200 epochs
large = inputs * 30
train("cross_entropy, float16", healthy, large, rate=0.05, dtype=torch.float16)
# ~ cross_entropy, float16      finite for 200 epochs
# --8<-- [end:when]
