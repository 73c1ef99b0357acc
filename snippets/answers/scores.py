# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "torchmetrics>=1.5"]
# ///
"""Scores that are wrong without a message: batches, averages, an imbalance, a leak, a model in train mode."""

# --8<-- [start:answer]
import torch
from sklearn.metrics import accuracy_score, f1_score

torch.manual_seed(0)
targets = (torch.rand(1000) < 0.1).long()  # one in ten
right = torch.rand(1000) < 0.9 - 0.4 * targets  # it misses half of the rare ones
predictions = torch.where(right, targets, 1 - targets)


def once(batch_size):
    batches = zip(
        targets.split(batch_size), predictions.split(batch_size), strict=True
    )
    true, predicted = (torch.cat(part) for part in zip(*batches, strict=True))
    return f1_score(true, predicted)


# --8<-- [end:answer]


# --8<-- [start:batches]
def per_batch(metric, batch_size):
    batches = zip(
        targets.split(batch_size), predictions.split(batch_size), strict=True
    )
    scores = [metric(true, predicted) for true, predicted in batches]
    return sum(scores) / len(scores)


def f1(true, predicted):
    return f1_score(true, predicted, zero_division=0.0)


print("batch size | mean of batch F1 | F1 once | mean of batch accuracy")
# > batch size | mean of batch F1 | F1 once | mean of batch accuracy
for size in 16, 96, 100, 1000:
    accuracy = per_batch(accuracy_score, size)
    print(
        f"{size:10} | {per_batch(f1, size):16.3f} | {once(size):7.3f} | {accuracy:.4f}"
    )
# >         16 |            0.365 |   0.452 | 0.8651
# >         96 |            0.445 |   0.452 | 0.8659
# >        100 |            0.430 |   0.452 | 0.8640
# >       1000 |            0.452 |   0.452 | 0.8640
# --8<-- [end:batches]

# --8<-- [start:libraries]
from torchmetrics.classification import (
    BinaryF1Score,
    MulticlassAccuracy,
    MulticlassF1Score,
)


def torchmetrics(metric):
    return float(metric(predictions, targets))


print(f"sklearn accuracy         {accuracy_score(targets, predictions):.3f}")
# > sklearn accuracy         0.864
print(f"MulticlassAccuracy       {torchmetrics(MulticlassAccuracy(2)):.3f}")
# > MulticlassAccuracy       0.729
micro = torchmetrics(MulticlassAccuracy(2, average="micro"))
print(f"... with average='micro' {micro:.3f}")
# > ... with average='micro' 0.864
print(f"sklearn f1               {f1_score(targets, predictions):.3f}")
# > sklearn f1               0.452
print(f"BinaryF1Score            {torchmetrics(BinaryF1Score()):.3f}")
# > BinaryF1Score            0.452
print(f"MulticlassF1Score        {torchmetrics(MulticlassF1Score(2)):.3f}")
# > MulticlassF1Score        0.687
# --8<-- [end:libraries]

# --8<-- [start:imbalance]
rare = (torch.arange(1000) < 10).long()
always = torch.zeros(1000).long()
print(
    "classes:", rare.bincount().tolist(), "predicted:", always.bincount().tolist()
)
# > classes: [990, 10] predicted: [1000]
print(f"accuracy {accuracy_score(rare, always):.2f}, F1 {f1(rare, always):.2f}")
# > accuracy 0.99, F1 0.00
# --8<-- [end:imbalance]

# --8<-- [start:leak]
rows = torch.randn(200, 8)
train = rows[:150]
valid = torch.cat([rows[150:], rows[:50]])  # 50 rows stand in both


def shared(first, second):
    seen = {tuple(row.tolist()) for row in first}
    return sum(tuple(row.tolist()) in seen for row in second)


print(f"{shared(train, valid)=} of {len(valid)}")
# > shared(train, valid)=50 of 100
print(f"split once: {shared(rows[:150], rows[150:])=}")
# > split once: shared(rows[:150], rows[150:])=0
test = 3 + 2 * torch.randn(100, 8)  # other than the training rows
mean, std = train.mean(0), train.std(0)
for name, center, scale in (
    ("its own", test.mean(0), test.std(0)),
    ("train's", mean, std),
):
    scaled = (test - center) / scale
    print(
        f"test scaled with {name}: mean {scaled.mean():.1f}, std {scaled.std():.1f}"
    )
# > test scaled with its own: mean 0.0, std 1.0
# > test scaled with train's: mean 3.1, std 2.0
# --8<-- [end:leak]

# --8<-- [start:varies]
from torch import nn

model = nn.Sequential(
    nn.Linear(8, 64), nn.ReLU(), nn.Dropout(0.5), nn.Linear(64, 2)
)
labels = (rows[:, 0] > 0).long()


@torch.no_grad()
def score():
    return float((model(rows).argmax(1) == labels).float().mean())


for mode in model.train, model.eval:
    mode()
    scores = [score() for _ in range(5)]
    print(f"{model.training=} the same five times: {len(set(scores)) == 1}")
# > model.training=True the same five times: False
# > model.training=False the same five times: True
# --8<-- [end:varies]
