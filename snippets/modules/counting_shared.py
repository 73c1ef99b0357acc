# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""One parameter under two names, and what state_dict counts."""

import torch
from torch import nn


# --8<-- [start:tied]
class Tied(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(10, 4)
        self.output = nn.Linear(4, 10, bias=False)
        self.output.weight = self.embedding.weight  # one matrix, two names


model = Tied()
print("parameters():", [name for name, _ in model.named_parameters()])
# > parameters(): ['embedding.weight']
print("state_dict():", list(model.state_dict()))
# > state_dict(): ['embedding.weight', 'output.weight']
# --8<-- [end:tied]

# --8<-- [start:belief]
for name, model in (
    ("tied", Tied()),
    ("normalized", nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8))),
):
    parameters = sum(p.numel() for p in model.parameters())
    saved = sum(t.numel() for t in model.state_dict().values())
    print(f"{name:10} parameters {parameters}, numbers in state_dict {saved}")
# > tied       parameters 40, numbers in state_dict 80
# > normalized parameters 56, numbers in state_dict 73
# --8<-- [end:belief]

# --8<-- [start:lazy]
model = nn.Sequential(nn.LazyLinear(8), nn.ReLU(), nn.Linear(8, 2))
try:
    print(sum(p.numel() for p in model.parameters()))
except ValueError as error:
    print(f"{type(error).__name__}: {str(error).split('. ')[0]}")
# > ValueError: Attempted to use an uninitialized parameter in <method 'numel' of 'torch._C.TensorBase' objects>
model(torch.ones(1, 4))  # the first batch tells it the size
print(sum(p.numel() for p in model.parameters()))
# > 58
# --8<-- [end:lazy]


# --8<-- [start:zero]
class Hidden(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(4, 8), nn.Linear(8, 2)]  # a plain list


print(sum(p.numel() for p in Hidden().parameters()))
# > 0
generator = nn.Linear(4, 8).parameters()
print(sum(p.numel() for p in generator), sum(p.numel() for p in generator))
# > 40 0
# --8<-- [end:zero]
