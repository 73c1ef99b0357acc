# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""Four questions to a model before it is trained, put to a healthy one and to four broken ones."""

import math

import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()

# --8<-- [start:data]
inputs = torch.tensor(digits.data[:200], dtype=torch.float32)
targets = torch.tensor(digits.target[:200])
print(inputs.shape, inputs.dtype, f"{inputs.min():.0f} to {inputs.max():.0f}")
# > torch.Size([200, 64]) torch.float32 0 to 16
print(targets.shape, targets.dtype, targets.bincount().tolist())
# > torch.Size([200]) torch.int64 [21, 19, 20, 21, 19, 20, 21, 20, 19, 20]
# --8<-- [end:data]


# --8<-- [start:report]
def report(model, inputs, targets, parameters=None):
    """Print what one step on (rows, features) inputs says of a classifier."""
    parameters = list(parameters or model.parameters())
    optimizer = torch.optim.SGD(parameters, lr=0.1)
    before = {name: p.detach().clone() for name, p in model.named_parameters()}

    logits = model(inputs)
    loss = nn.functional.cross_entropy(logits, targets)
    print(f"  first loss {loss:.2f}, ln(classes) {math.log(logits.shape[1]):.2f}")
    loss.backward()
    optimizer.step()
    no_grad = [n for n, p in model.named_parameters() if p.grad is None]
    still = [n for n, p in model.named_parameters() if torch.equal(p, before[n])]
    print(f"  no gradient: {no_grad}")
    print(f"  did not move: {still}")

    model.eval()  # BatchNorm mixes the rows of a batch on purpose, in training
    rows = inputs.clone().requires_grad_()
    model(rows)[0].sum().backward()
    mixed = 0 if rows.grad is None else rows.grad.any(dim=1).sum().item()
    print(f"  rows that the first output depends on: {mixed}")


# --8<-- [end:report]


def make_model():
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))


# --8<-- [start:healthy]
inputs = inputs / 16  # (200, 64), between 0 and 1
print("healthy")
# > healthy
report(make_model(), inputs, targets)
# >   first loss 2.33, ln(classes) 2.30
# >   no gradient: []
# >   did not move: []
# >   rows that the first output depends on: 1
# --8<-- [end:healthy]


# --8<-- [start:broken]
class Detached(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Linear(64, 32), nn.Linear(32, 10)

    def forward(self, x):
        return self.second(torch.relu(self.first(x)).detach())


class Reshaped(nn.Sequential):
    def forward(self, x):
        columns = x.T  # (features, rows)
        return super().forward(columns.reshape(x.shape))  # not x again


print("pixels from 0 to 255")
# > pixels from 0 to 255
report(make_model(), inputs * 255, targets)
# >   first loss 49.80, ln(classes) 2.30
# >   no gradient: []
# >   did not move: []
# >   rows that the first output depends on: 1
print("detach() in forward")
# > detach() in forward
report(Detached(), inputs, targets)
# >   first loss 2.32, ln(classes) 2.30
# >   no gradient: ['first.weight', 'first.bias']
# >   did not move: ['first.weight', 'first.bias']
# >   rows that the first output depends on: 0
print("optimizer with the last layer only")
# > optimizer with the last layer only
model = make_model()
report(model, inputs, targets, model[2].parameters())
# >   first loss 2.33, ln(classes) 2.30
# >   no gradient: []
# >   did not move: ['0.weight', '0.bias']
# >   rows that the first output depends on: 1
print("reshape() in place of a transpose")
# > reshape() in place of a transpose
report(Reshaped(*make_model()), inputs, targets)
# >   first loss 2.31, ln(classes) 2.30
# >   no gradient: []
# >   did not move: []
# >   rows that the first output depends on: 64
# --8<-- [end:broken]
