# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# ///
"""A whole competition in small: train, predict in order, write, check, score; and what goes wrong silently."""

import csv
import math
from pathlib import Path

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:files]
data = load_digits()
inputs = torch.tensor(data.data, dtype=torch.float32) / 16
names = ["3", "5", "8"]  # the classes of this task; index 0 means "3"
rows = [i for i in range(len(inputs)) if str(data.target[i]) in names]
indices = torch.tensor([names.index(str(data.target[i])) for i in rows])
inputs = inputs[rows]  # (539, 64)

train, test = slice(0, 400), slice(400, None)
test_ids = [f"img_{i:04}" for i in range(len(rows))][test]
with open("sample_submission.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file)
    writer.writerow(["id", "label"])
    writer.writerows([name, "3"] for name in test_ids)  # the form that is asked for
print(f"{len(rows)} images, {len(test_ids)} of them to predict")
# > 539 images, 139 of them to predict
# --8<-- [end:files]

# --8<-- [start:train]
torch.manual_seed(0)
model = nn.Linear(64, 3)
optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
criterion = nn.CrossEntropyLoss()
loader = DataLoader(
    TensorDataset(inputs[train], indices[train]), batch_size=50, shuffle=True
)
for _ in range(10):
    model.train()  # 1 training mode
    for batch, targets in loader:
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(batch), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update
# --8<-- [end:train]


# --8<-- [start:predict]
@torch.inference_mode()
def predict(loader):
    model.eval()
    return torch.cat([model(batch).argmax(1) for batch in loader]).tolist()


def write(path, ids, labels):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "label"])
        writer.writerows(zip(ids, labels, strict=True))


test_loader = DataLoader(inputs[test], batch_size=32)  # no shuffle, no drop_last
predictions = predict(test_loader)
write("submission.csv", test_ids, [names[i] for i in predictions])
print(Path("submission.csv").read_text().splitlines()[:3])
# > ['id,label', 'img_0400,8', 'img_0401,8']
# --8<-- [end:predict]


# --8<-- [start:check]
def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def check(path, sample, allowed):
    (header, *rows), (sample_header, *sample_rows) = read(path), read(sample)
    if header != sample_header:
        raise ValueError(f"columns are {header}, expected {sample_header}")
    if len(rows) != len(sample_rows):
        raise ValueError(f"{len(rows)} rows, expected {len(sample_rows)}")
    for row, sample_row in zip(rows, sample_rows, strict=True):
        if row[0] != sample_row[0]:
            raise ValueError(f"id {row[0]} where {sample_row[0]} is expected")
        if row[1] not in allowed:
            raise ValueError(
                f"label {row[1]!r} of {row[0]} is not one of {allowed}"
            )


check("submission.csv", "sample_submission.csv", names)
print("submission.csv is in form")
# > submission.csv is in form
# --8<-- [end:check]

# --8<-- [start:score]
truth = [names[i] for i in indices[test].tolist()]  # known to the judges only


def score(path):
    right = sum(
        row[1] == label for row, label in zip(read(path)[1:], truth, strict=True)
    )
    return right / len(truth)


print(f"score {score('submission.csv'):.2f}")
# > score 0.91
# --8<-- [end:score]

# --8<-- [start:shuffled]
torch.manual_seed(1)
shuffled = predict(DataLoader(inputs[test], batch_size=32, shuffle=True))
write("shuffled.csv", test_ids, [names[i] for i in shuffled])
check("shuffled.csv", "sample_submission.csv", names)
print(f"in form, score {score('shuffled.csv'):.2f}")
# > in form, score 0.33
# --8<-- [end:shuffled]

# --8<-- [start:drop-last]
dropped = predict(DataLoader(inputs[test], batch_size=32, drop_last=True))
print(f"{len(dropped)} predictions for {len(test_ids)} ids")
# > 128 predictions for 139 ids
with open("dropped.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file)
    writer.writerow(["id", "label"])
    writer.writerows(zip(test_ids, [names[i] for i in dropped]))  # noqa: B905
try:
    check("dropped.csv", "sample_submission.csv", names)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: 128 rows, expected 139
# --8<-- [end:drop-last]

# --8<-- [start:strict]
try:
    write("dropped.csv", test_ids, [names[i] for i in dropped])
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: zip() argument 2 is shorter than argument 1
# --8<-- [end:strict]

# --8<-- [start:index]
write("index.csv", test_ids, predictions)  # 0, 1, 2 instead of "3", "5", "8"
print(f"score {score('index.csv'):.2f}")
# > score 0.00
try:
    check("index.csv", "sample_submission.csv", names)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: label '2' of img_0400 is not one of ['3', '5', '8']
# --8<-- [end:index]

# --8<-- [start:label-order]
other_order = ["5", "3", "8"]  # not the order that the model was trained with
write("order.csv", test_ids, [other_order[i] for i in predictions])
check("order.csv", "sample_submission.csv", names)
print(f"in form, score {score('order.csv'):.2f}")
# > in form, score 0.32
# --8<-- [end:label-order]

# --8<-- [start:tensors]
write("tensors.csv", test_ids, torch.tensor(predictions))  # tolist() forgotten
print(read("tensors.csv")[1])
# > ['img_0400', 'tensor(2)']
try:
    check("tensors.csv", "sample_submission.csv", names)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: label 'tensor(2)' of img_0400 is not one of ['3', '5', '8']
# --8<-- [end:tensors]

# --8<-- [start:ids]
write("ids.csv", range(len(test_ids)), [names[i] for i in predictions])
try:
    check("ids.csv", "sample_submission.csv", names)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: id 0 where img_0400 is expected
# --8<-- [end:ids]

# --8<-- [start:numbers]
prices = torch.tensor([12.5, float("nan"), 3.0])
write("prices.csv", ["a", "b", "c"], prices.tolist())
print(read("prices.csv")[1:])
# > [['a', '12.5'], ['b', 'nan'], ['c', '3.0']]
bad = [row[0] for row in read("prices.csv")[1:] if not math.isfinite(float(row[1]))]
print(f"not finite: {bad}")
# > not finite: ['b']
# --8<-- [end:numbers]
