# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""nn.ReLU, F.relu and torch.relu compute the same; which must be a module?"""

# --8<-- [start:answer]
import torch
import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 8)  # has weights: a module in __init__
        self.dropout = nn.Dropout(0.5)  # obeys eval(): a module
        self.head = nn.Linear(8, 3)

    def forward(self, inputs):
        hidden = F.relu(self.hidden(inputs))  # remembers nothing: either way
        return self.head(self.dropout(hidden))


# --8<-- [end:answer]


# --8<-- [start:smallest]
torch.manual_seed(0)
x = torch.tensor([-1.0, 0.0, 2.0])
relu = nn.ReLU()
print(relu(x), F.relu(x), torch.relu(x), x.relu(), sep="\n")
# > tensor([0., 0., 2.])
# > tensor([0., 0., 2.])
# > tensor([0., 0., 2.])
# > tensor([0., 0., 2.])
# --8<-- [end:smallest]

# --8<-- [start:linear]
fc = nn.Linear(3, 2)
print(torch.equal(fc(x), F.linear(x, fc.weight, fc.bias)))
# > True
# --8<-- [end:linear]

# --8<-- [start:table]
rows, image = torch.arange(12.0).reshape(4, 3), torch.rand(1, 3, 8, 8)
labels = torch.tensor([0, 1, 2, 0])
cases = {
    "Linear": (nn.Linear(3, 2), rows),
    "Conv2d": (nn.Conv2d(3, 2, 3), image),
    "Embedding": (nn.Embedding(3, 2), labels),
    "PReLU": (nn.PReLU(), rows),
    "LayerNorm": (nn.LayerNorm(3), rows),
    "BatchNorm1d": (nn.BatchNorm1d(3), rows),
    "Dropout": (nn.Dropout(), rows),
    "ReLU": (nn.ReLU(), rows),
    "MaxPool2d": (nn.MaxPool2d(2), image),
    "Flatten": (nn.Flatten(), image),
    "CrossEntropyLoss": (nn.CrossEntropyLoss(), rows, labels),
}
print(f"{'':17}parameters  buffers  eval() changes the result")
# >                  parameters  buffers  eval() changes the result
for name, (module, *inputs) in cases.items():
    changes = not torch.equal(module.train()(*inputs), module.eval()(*inputs))
    parameters = sum(p.numel() for p in module.parameters())
    buffers = sum(b.numel() for b in module.buffers())
    print(f"{name:17}{parameters:<12}{buffers:<9}{'yes' if changes else 'no'}")
# > Linear           8           0        no
# > Conv2d           56          0        no
# > Embedding        6           0        no
# > PReLU            1           0        no
# > LayerNorm        6           0        no
# > BatchNorm1d      6           7        yes
# > Dropout          0           0        yes
# > ReLU             0           0        no
# > MaxPool2d        0           0        no
# > Flatten          0           0        no
# > CrossEntropyLoss 0           0        no
# --8<-- [end:table]
