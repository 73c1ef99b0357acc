# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.missing-super-init", "err.forward-missing", "err.class-not-instance", "err.module-attribute", "err.forward-arguments", "err.batch-is-list"]
# ///
"""The messages of a first model of one's own, each with the line that mends it."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


# --8<-- [start:super]
class NoSuper(nn.Module):
    def __init__(self):
        self.fc = nn.Linear(2, 1)


class NoParentheses(nn.Module):
    def __init__(self):
        super().__init__
        self.fc = nn.Linear(2, 1)


class TooLate(nn.Module):
    def __init__(self):
        self.scale = nn.Parameter(torch.ones(1))
        super().__init__()


for broken in (NoSuper, NoParentheses, TooLate):
    try:
        print(broken())
    except AttributeError as error:
        print(f"{broken.__name__:13} {type(error).__name__}: {error}")
# > NoSuper       AttributeError: cannot assign module before Module.__init__() call
# > NoParentheses AttributeError: cannot assign module before Module.__init__() call
# > TooLate       AttributeError: cannot assign parameters before Module.__init__() call
# --8<-- [end:super]


# --8<-- [start:forward]
class Misspelt(nn.Module):
    def foward(self, inputs):
        return inputs


try:
    print(Misspelt()(torch.ones(1, 2)))
except NotImplementedError as error:
    print(f"{type(error).__name__}: {error}")
# > NotImplementedError: Module [Misspelt] is missing the required "forward" function
# --8<-- [end:forward]


# --8<-- [start:attribute]
class Local(nn.Module):
    def __init__(self):
        super().__init__()
        fc = nn.Linear(2, 1)  # no self.
        nn.init.zeros_(fc.bias)

    def forward(self, inputs):
        return self.fc(inputs)


class Renamed(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 1)  # another name than in forward

    def forward(self, inputs):
        return self.fc(inputs)


for broken in (Local, Renamed):
    try:
        print(broken()(torch.ones(1, 2)).shape)
    except AttributeError as error:
        print(f"{type(error).__name__}: {error}")
# > AttributeError: 'Local' object has no attribute 'fc'
# > AttributeError: 'Renamed' object has no attribute 'fc'
# --8<-- [end:attribute]


# --8<-- [start:class]
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 1)

    def forward(self, inputs):
        return self.fc(inputs)


for given in (torch.ones(1, 2), 10):  # the data, a size
    try:
        Net(given)
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")
# > TypeError: Net.__init__() takes 1 positional argument but 2 were given
# > TypeError: Net.__init__() takes 1 positional argument but 2 were given
# --8<-- [end:class]

# --8<-- [start:class-fixed]
model = Net()
print(f"{model(torch.ones(1, 2)).shape=}")
# > model(torch.ones(1, 2)).shape=torch.Size([1, 1])
# --8<-- [end:class-fixed]

# --8<-- [start:batch]
loader = DataLoader(TensorDataset(torch.ones(4, 2), torch.ones(4, 1)), batch_size=4)
batch = next(iter(loader))
print(f"{type(batch).__name__} of {len(batch)}")
# > list of 2

try:
    model(batch)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: linear(): argument 'input' (position 1) must be Tensor, not list
try:
    model(*batch)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: Net.forward() takes 2 positional arguments but 3 were given
# --8<-- [end:batch]

# --8<-- [start:batch-fixed]
for inputs, targets in loader:
    print(f"{model(inputs).shape=} {targets.shape=}")
# > model(inputs).shape=torch.Size([4, 1]) targets.shape=torch.Size([4, 1])
# --8<-- [end:batch-fixed]
