# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A summary of a model: output shapes and parameters, layer by layer; it sees modules, not functions."""

# --8<-- [start:summary]
import torch
import torch.nn.functional as F
from torch import nn


def summary(model, *inputs):
    """Print output shape and parameters of each layer, in calling order."""

    def line(module, args, output):
        count = sum(p.numel() for p in module.parameters())
        print(f"{names[module]:9}{type(module).__name__:10}", end="")
        print(f"{tuple(output.shape)!s:17}{count}")

    names = {m: n for n, m in model.named_modules()}
    leaves = [m for m in names if not list(m.children())]
    handles = [m.register_forward_hook(line) for m in leaves]
    with torch.no_grad():
        model(*inputs)
    for handle in handles:
        handle.remove()


class WithModules(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3)
        self.relu = nn.ReLU()
        self.pool = nn.MaxPool2d(2)
        self.fc = nn.Linear(4 * 13 * 13, 10)

    def forward(self, images):  # (batch, 1, 28, 28)
        hidden = self.pool(self.relu(self.conv(images)))
        return self.fc(hidden.flatten(1))


summary(WithModules(), torch.zeros(2, 1, 28, 28))
# > conv     Conv2d    (2, 4, 26, 26)   40
# > relu     ReLU      (2, 4, 26, 26)   0
# > pool     MaxPool2d (2, 4, 13, 13)   0
# > fc       Linear    (2, 10)          6770
# --8<-- [end:summary]


# --8<-- [start:functions]
class WithFunctions(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3)
        self.fc = nn.Linear(4 * 13 * 13, 10)

    def forward(self, images):
        hidden = F.max_pool2d(F.relu(self.conv(images)), 2)
        return self.fc(hidden.flatten(1))


model = WithFunctions()
summary(model, torch.zeros(2, 1, 28, 28))
# > conv     Conv2d    (2, 4, 26, 26)   40
# > fc       Linear    (2, 10)          6770
print(list(model.state_dict()) == list(WithModules().state_dict()))
# > True
print(sum(p.numel() for p in model.parameters()), "parameters")
# > 6810 parameters
# --8<-- [end:functions]


# --8<-- [start:tuple]
class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(4, 8, batch_first=True)
        self.head = nn.Linear(8, 3)

    def forward(self, inputs):  # (batch, steps, 4)
        return self.head(self.lstm(inputs)[0])


try:
    summary(Tagger(), torch.zeros(2, 6, 4))
except AttributeError as error:
    print(f"\n{type(error).__name__}: {error}")
# > lstm     LSTM
# > AttributeError: 'tuple' object has no attribute 'shape'
# --8<-- [end:tuple]
