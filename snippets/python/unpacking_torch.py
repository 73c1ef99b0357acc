# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Layers, configs, batches and shapes, unpacked into calls of torch."""

# --8<-- [start:answer]
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, inputs, hidden, classes, depth=2):
        super().__init__()
        layers = [nn.Linear(inputs, hidden), nn.ReLU()]
        for _ in range(depth - 1):
            layers += [nn.Linear(hidden, hidden), nn.ReLU()]
        self.body = nn.Sequential(*layers)
        self.head = nn.Linear(hidden, classes)

    def forward(self, inputs):
        return self.head(self.body(inputs))


config = {"inputs": 4, "hidden": 8, "classes": 3}
model = Net(**config)
# --8<-- [end:answer]

# --8<-- [start:same]
print(len(model.body), model(torch.ones(2, 4)).shape)
# > 4 torch.Size([2, 3])
bigger = Net(**config, depth=3)
print(len(bigger.body))
# > 6
wider = Net(**{**config, "hidden": 16})
print(wider.head)
# > Linear(in_features=16, out_features=3, bias=True)
# --8<-- [end:same]

# --8<-- [start:shapes]
shape = (2, 3)
print(torch.zeros(*shape).shape, torch.zeros(shape).shape)
# > torch.Size([2, 3]) torch.Size([2, 3])
x = torch.zeros(2, 3, 4)
batch, *rest = x.shape
print(batch, rest)
# > 2 [3, 4]
print(x.permute(*reversed(range(x.ndim))).shape)
# > torch.Size([4, 3, 2])
# --8<-- [end:shapes]

# --8<-- [start:batches]
samples = [(torch.ones(2), 0), (torch.zeros(2), 1)]
inputs, targets = zip(*samples)
print(torch.stack(inputs).shape, targets)
# > torch.Size([2, 2]) (0, 1)
# --8<-- [end:batches]


# --8<-- [start:named]
class Pair(nn.Module):
    def forward(self, left, right, scale=1.0):
        return (left + right) * scale


batch = {"left": torch.ones(2), "right": torch.ones(2)}
print(Pair()(**batch))
# > tensor([2., 2.])
print(Pair()(*batch.values(), scale=0.5))
# > tensor([1., 1.])
# --8<-- [end:named]


# --8<-- [start:subclass]
class LeakyLinear(nn.Linear):
    def __init__(self, *args, slope=0.0, **kwargs):
        super().__init__(*args, **kwargs)
        self.slope = slope

    def forward(self, inputs):
        return nn.functional.leaky_relu(super().forward(inputs), self.slope)


print(LeakyLinear(4, 2, slope=0.1, bias=False))
# > LeakyLinear(in_features=4, out_features=2, bias=False)
# --8<-- [end:subclass]

# --8<-- [start:no-star]
layers = [nn.Linear(4, 8), nn.ReLU()]
for wrong in (
    lambda: nn.Sequential(layers),
    lambda: nn.ModuleList(*layers),
):
    try:
        wrong()
    except TypeError as error:
        print(f"TypeError: {error}")
# > TypeError: list is not a Module subclass
# > TypeError: ModuleList.__init__() takes from 1 to 2 positional arguments but 3 were given
print(len(nn.Sequential(*layers)), len(nn.ModuleList(layers)))
# > 2 2
# --8<-- [end:no-star]

# --8<-- [start:config-errors]
for wrong in (
    lambda: Net(config),
    lambda: Net(*config),
    lambda: Net(**{"inputs": 4, "hiden": 8, "classes": 3}),
    lambda: Net(**config, hidden=16),
):
    try:
        wrong()
    except TypeError as error:
        print(f"TypeError: {error}")
# > TypeError: Net.__init__() missing 2 required positional arguments: 'hidden' and 'classes'
# > TypeError: empty(): argument 'size' (position 1) must be tuple of ints, but found element of type str at pos 0
# > TypeError: Net.__init__() got an unexpected keyword argument 'hiden'
# > TypeError: __main__.Net() got multiple values for keyword argument 'hidden'
# <= 2.11
# > TypeError: Net.__init__() missing 2 required positional arguments: 'hidden' and 'classes'
# > TypeError: empty() received an invalid combination of arguments - got (tuple, dtype=NoneType, device=NoneType), but expected one of:
# >  * (tuple of ints size, *, tuple of names names, torch.memory_format memory_format = None, torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, bool requires_grad = False)
# >  * (tuple of ints size, *, torch.memory_format memory_format = None, Tensor out = None, torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, bool requires_grad = False)
# >
# > TypeError: Net.__init__() got an unexpected keyword argument 'hiden'
# > TypeError: __main__.Net() got multiple values for keyword argument 'hidden'
# --8<-- [end:config-errors]

# --8<-- [start:config-fixed]
import inspect

loaded = {**config, "lr": 0.1, "epochs": 3}
known = inspect.signature(Net).parameters
model = Net(**{name: v for name, v in loaded.items() if name in known})
print([name for name in loaded if name not in known])
# > ['lr', 'epochs']
# --8<-- [end:config-fixed]

# --8<-- [start:keyword-only]
for wrong in (
    lambda: torch.tensor([1.0], torch.float64),
    lambda: torch.tensor(1.0, 2.0, 3.0),
    lambda: nn.Linear(4, 2, dtypes=torch.float64),
):
    try:
        wrong()
    except TypeError as error:
        print(f"TypeError: {str(error).splitlines()[0]}")
# > TypeError: tensor() takes 1 positional argument but 2 were given
# > TypeError: tensor() takes 1 positional argument but 3 were given
# > TypeError: Linear.__init__() got an unexpected keyword argument 'dtypes'
print(torch.tensor([1.0], dtype=torch.float64).dtype)
# > torch.float64
# --8<-- [end:keyword-only]
