# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Counting what is learned, sharing one parameter under two names, and leaving a place empty."""

from torch import nn

# --8<-- [start:count]
model = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 2))
model[0].requires_grad_(False)
every = sum(p.numel() for p in model.parameters())
learned = sum(p.numel() for p in model.parameters() if p.requires_grad)
buffers = sum(b.numel() for b in model.buffers())
print(f"{every=} {learned=} {buffers=}")
# > every=74 learned=34 buffers=17
# --8<-- [end:count]


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

# --8<-- [start:none]
layer = nn.Linear(4, 2, bias=False)
print(f"{layer.bias=}")
# > layer.bias=None
print("parameters():", [name for name, _ in layer.named_parameters()])
# > parameters(): ['weight']
# --8<-- [end:none]
