# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.4"]
# ///
"""Mini-batches that go wrong, with and without a message."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:one-row]
model = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8))
dataset = TensorDataset(torch.rand(9, 4))
for batch_size in (1, 4, 3):
    try:
        for (batch,) in DataLoader(dataset, batch_size=batch_size):
            model(batch)
        print(f"{batch_size=}: no error")
    except ValueError as error:
        print(f"{batch_size=}: ValueError: {error}")
# > batch_size=1: ValueError: Expected more than 1 value per channel when training, got input size torch.Size([1, 8])
# > batch_size=4: ValueError: Expected more than 1 value per channel when training, got input size torch.Size([1, 8])
# > batch_size=3: no error
# --8<-- [end:one-row]

# --8<-- [start:one-row-mended]
for (batch,) in DataLoader(dataset, batch_size=4, drop_last=True):
    print("training:", tuple(model(batch).shape))
# > training: (4, 8)
# > training: (4, 8)
model.eval()
print("one row in evaluation mode:", tuple(model(torch.rand(1, 4)).shape))
# > one row in evaluation mode: (1, 8)
# --8<-- [end:one-row-mended]

# --8<-- [start:two-draws]
torch.manual_seed(0)
x = torch.rand(1000)
targets = 3 * x + 2
for name in ("one draw", "two draws"):
    w = torch.zeros(1, requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    for _ in range(1000):
        rows = torch.randint(1000, (10,))
        others = rows if name == "one draw" else torch.randint(1000, (10,))
        loss = (w * x[rows] + b - targets[others]).square().mean()
        loss.backward()
        with torch.no_grad():
            for parameter in (w, b):
                parameter -= 0.1 * parameter.grad
                parameter.grad = None
    print(f"{name:9}: {w.item()=:.2f} {b.item()=:.2f} {loss.item()=:.3f}")
# > one draw : w.item()=3.00 b.item()=2.00 loss.item()=0.000
# > two draws: w.item()=-0.10 b.item()=3.50 loss.item()=1.056
# --8<-- [end:two-draws]

# --8<-- [start:sorted]
images, digits = load_digits(return_X_y=True)
order = digits.argsort()  # all zeros first, all nines last
inputs = torch.tensor(images[order], dtype=torch.float32) / 16
dataset = TensorDataset(inputs, torch.tensor(digits[order]))
for kind, lr in ((torch.optim.SGD, 0.1), (torch.optim.AdamW, 0.003)):
    for shuffle in (False, True):
        torch.manual_seed(0)
        model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
        optimizer = kind(model.parameters(), lr=lr)
        for _ in range(5):
            for batch, targets in DataLoader(dataset, 16, shuffle=shuffle):
                optimizer.zero_grad()
                nn.functional.cross_entropy(model(batch), targets).backward()
                optimizer.step()
        with torch.no_grad():
            hits = model(inputs).argmax(dim=1) == dataset.tensors[1]
        accuracy = hits.float().mean()
        print(f"{kind.__name__:5} {shuffle=!s:5} accuracy {accuracy:.2f}")
# > SGD   shuffle=False accuracy 0.15
# > SGD   shuffle=True  accuracy 0.95
# > AdamW shuffle=False accuracy 0.12
# > AdamW shuffle=True  accuracy 0.96
# --8<-- [end:sorted]
