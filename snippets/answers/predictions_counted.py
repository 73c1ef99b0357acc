# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""A good model, and many ways to count its right answers."""

import copy

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)
x, y, x_val, y_val = images[:1200], labels[:1200], images[1200:], labels[1200:]


# --8<-- [start:fit]
def fit(model, x, y, criterion, steps=100, lr=0.01):
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    for _ in range(steps):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
    return model.eval()


torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
fit(model, x, y, nn.CrossEntropyLoss())
with torch.no_grad():
    logits = model(x_val)  # (597, 10)
predicted = logits.argmax(1)  # (597,)
print("predicted of each class:", predicted.bincount(minlength=10).tolist())
# ~ predicted of each class: [58, 55, 60, 51, 60, 63, 63, 62, 61, 64]
accuracy = (predicted == y_val).float().mean()
print(f"accuracy {accuracy:.2f}, above 0.9: {bool(accuracy > 0.9)}")
# ~ accuracy 0.93, above 0.9: True
# --8<-- [end:fit]

# --8<-- [start:impossible]
loader = DataLoader(TensorDataset(x_val, y_val), batch_size=64)
correct, means = 0, []
for inputs, targets in loader:
    right = model(inputs).argmax(1) == targets  # (batch,)
    correct += right.sum().item()
    means.append(right.float().mean().item())
column = predicted.unsqueeze(1)  # (597, 1)

print(f"right / number of rows       {correct / len(y_val):8.2f}")
# ~ right / number of rows           0.93
print(f"right / number of batches    {correct / len(loader):8.2f}")
# ~ right / number of batches       55.30
print(f"right / rows of last batch   {correct / len(targets):8.2f}")
# ~ right / rows of last batch      26.33
print(f"sum of the batches' means    {sum(means):8.2f}")
# ~ sum of the batches' means        9.31
print(f"(597, 1) == (597,), summed   {(column == y_val).sum() / 597:8.2f}")
# ~ (597, 1) == (597,), summed      59.64
print(f"right // number of rows      {correct // len(y_val):8}")
# > right // number of rows             0
# --8<-- [end:impossible]

# --8<-- [start:chance]
shuffling = DataLoader(TensorDataset(x_val, y_val), batch_size=64, shuffle=True)
torch.manual_seed(0)
with torch.no_grad():
    outputs = torch.cat([model(inputs).argmax(1) for inputs, _ in shuffling])
truth = torch.cat([targets for _, targets in shuffling])  # a second pass
other_order = torch.tensor([1, 2, 3, 4, 5, 6, 7, 8, 9, 0])  # classes 1 to 9, then 0

for cause, a, b in (
    ("right", predicted, y_val),
    ("two passes over a shuffling loader", outputs, truth),
    ("a column against a row", column, y_val),
    ("classes in another order", predicted, other_order[y_val]),
):
    print(f"{cause:<35} {tuple(a.shape)!s:9} {(a == b).float().mean():.2f}")
# ~ right                               (597,)    0.93
# ~ two passes over a shuffling loader  (597,)    0.12
# ~ a column against a row              (597, 1)  0.10
# ~ classes in another order            (597,)    0.00
# --8<-- [end:chance]

# --8<-- [start:one-class]
even = (labels % 2 == 0).float()
torch.manual_seed(0)
binary = nn.Sequential(
    nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 1), nn.Flatten(0)
)
fit(binary, x, even[:1200], nn.BCEWithLogitsLoss())
with torch.no_grad():
    logit = binary(x_val)  # (597,)
for cause, answer in (
    ("logit > 0", logit > 0),
    ("sigmoid > 0.5", logit.sigmoid() > 0.5),
    ("argmax of one output", logit.unsqueeze(1).argmax(1)),
    ("softmax of one output > 0.5", logit.unsqueeze(1).softmax(1)[:, 0] > 0.5),
    ("sigmoid, as an integer", logit.sigmoid().int()),
):
    share = answer.float().mean()
    right = (answer == (even[1200:] > 0)).float().mean()
    print(f"{cause:<28} even for {share:4.0%} of the rows, accuracy {right:.2f}")
# ~ logit > 0                    even for  48% of the rows, accuracy 0.93
# ~ sigmoid > 0.5                even for  48% of the rows, accuracy 0.93
# ~ argmax of one output         even for   0% of the rows, accuracy 0.50
# ~ softmax of one output > 0.5  even for 100% of the rows, accuracy 0.50
# ~ sigmoid, as an integer       even for   0% of the rows, accuracy 0.50
# --8<-- [end:one-class]

# --8<-- [start:unchanged]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
copy_of_it = copy.deepcopy(model)
before = model(x_val).argmax(1)
for _ in range(4):
    fit(model, x, y, nn.CrossEntropyLoss(), steps=10)
    right = {
        "model": model(x_val).argmax(1) == y_val,
        "a copy": copy_of_it(x_val).argmax(1) == y_val,
        "old predictions": before == y_val,
    }
    for name, hits in right.items():
        print(f"{name} {hits.float().mean():.2f}", end=", ")
    print("with //", right["model"].sum().item() // len(y_val))
# ~ model 0.84, a copy 0.11, old predictions 0.11, with // 0
# ~ model 0.88, a copy 0.11, old predictions 0.11, with // 0
# ~ model 0.91, a copy 0.11, old predictions 0.11, with // 0
# ~ model 0.91, a copy 0.11, old predictions 0.11, with // 0
# --8<-- [end:unchanged]
