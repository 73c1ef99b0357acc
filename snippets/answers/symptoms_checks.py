# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""Five checks for a training that raises no error, and five faults they see."""

import math

import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)


def make_model():
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))


# --8<-- [start:checks]
def checks(model, optimizer, train_batch, val_batch):
    criterion = nn.CrossEntropyLoss()
    inputs, targets = train_batch
    finite = bool(inputs.isfinite().all())
    per_class = targets.bincount()
    low, high = per_class.min(), per_class.max()
    data = f"finite {finite}, range {inputs.max() - inputs.min():.0f}"
    data += f", {low} to {high} rows a class"

    loss = criterion(model(inputs), targets)
    first = f"{loss:.1f}, ln(classes) = {math.log(len(per_class)):.1f}"

    before = [p.detach().clone() for p in model.parameters()]
    losses = []
    for step in range(200):  # the same batch, again and again
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        if step == 0:
            after = list(model.parameters())
            moved = sum(
                not torch.equal(a, b) for a, b in zip(after, before, strict=True)
            )
    steps = f"{moved} of {len(before)} parameters moved"
    batch = f"loss {'below' if losses[-1] < 0.1 else 'above'} 0.1"

    model.eval()
    inputs, targets = val_batch
    with torch.no_grad():
        predicted = model(inputs).argmax(1)
    right = (predicted == targets).float().mean()
    largest = targets.bincount().max() / len(targets)
    better = "better" if right > 2 * largest else "not much better"
    unseen = f"{better} than the largest class"
    return [data, first, steps, batch, unseen]


names = ["1 the data", "2 first loss", "3 one step", "4 one batch", "5 unseen data"]
# --8<-- [end:checks]

# --8<-- [start:healthy]
train_batch = images[:600], labels[:600]
val_batch = images[600:], labels[600:]
model = make_model()
optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
healthy = checks(model, optimizer, train_batch, val_batch)
for name, line in zip(names, healthy, strict=True):
    print(f"{name:<14} {line}")
# > 1 the data     finite True, range 1, 57 to 63 rows a class
# > 2 first loss   2.3, ln(classes) = 2.3
# > 3 one step     4 of 4 parameters moved
# > 4 one batch    loss below 0.1
# > 5 unseen data  better than the largest class
# --8<-- [end:healthy]


# --8<-- [start:faults]
def compare(fault, model, train_batch=train_batch, val_batch=val_batch, owner=None):
    parameters = (owner or model).parameters()
    optimizer = torch.optim.AdamW(parameters, lr=0.01)
    lines = checks(model, optimizer, train_batch, val_batch)
    print(fault)
    for name, line, right in zip(names, lines, healthy, strict=True):
        if line != right:
            print(f"    {name:<14} {line}")


missing = images[:600].clone()
missing[3, 5] = math.nan
turned = images[600:].view(-1, 8, 8).transpose(1, 2).reshape(-1, 64)

compare("a NaN in the data", make_model(), (missing, labels[:600]))
# > a NaN in the data
# >     1 the data     finite False, range nan, 57 to 63 rows a class
# >     2 first loss   nan, ln(classes) = 2.3
# >     4 one batch    loss above 0.1
# >     5 unseen data  not much better than the largest class
large = images[:600] * 1000, labels[:600]
large_val = images[600:] * 1000, labels[600:]
compare("inputs 1000 times too large", make_model(), large, large_val)
# > inputs 1000 times too large
# >     1 the data     finite True, range 1000, 57 to 63 rows a class
# >     2 first loss   137.3, ln(classes) = 2.3
compare("optimizer of another model", make_model(), owner=make_model())
# > optimizer of another model
# >     3 one step     0 of 4 parameters moved
# >     4 one batch    loss above 0.1
# >     5 unseen data  not much better than the largest class
compare("softmax in the model", make_model().append(nn.Softmax(1)))
# > softmax in the model
# >     4 one batch    loss above 0.1
compare("validation images turned", make_model(), val_batch=(turned, labels[600:]))
# > validation images turned
# >     5 unseen data  not much better than the largest class
# --8<-- [end:faults]

# --8<-- [start:ln]
for classes in (2, 10):
    print(f"ln({classes}) = {math.log(classes):.3f}")
# > ln(2) = 0.693
# > ln(10) = 2.303
# --8<-- [end:ln]
