# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What a print and a summary can see: modules, not functions."""

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

# --8<-- [start:shared-relu]
relu = nn.ReLU()
shared = nn.Sequential(nn.Linear(2, 3), relu, nn.Linear(3, 3), relu)
summary(shared, torch.zeros(1, 2))
# > 0        Linear    (1, 3)           9
# > 1        ReLU      (1, 3)           0
# > 2        Linear    (1, 3)           12
# > 1        ReLU      (1, 3)           0
print([name for name, _ in shared.named_modules()])
# > ['', '0', '1', '2']
# --8<-- [end:shared-relu]
