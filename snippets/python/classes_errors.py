# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""No super().__init__(), _init_ for __init__, no self, the wrong class."""

import torch
from torch import nn


def report(make):
    try:
        make()
    except (AttributeError, TypeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")


# --8<-- [start:no-super]
class NoSuper(nn.Module):
    def __init__(self):
        self.fc = nn.Linear(2, 1)


class NoParentheses(nn.Module):
    def __init__(self):
        super().__init__
        self.fc = nn.Linear(2, 1)


class TooLate(nn.Module):
    def __init__(self):
        self.fc = nn.Linear(2, 1)
        super().__init__()


class OnlyWeight(nn.Module):
    def __init__(self):
        self.weight = nn.Parameter(torch.ones(2))


class OnlyBuffer(nn.Module):
    def __init__(self):
        self.register_buffer("mean", torch.zeros(2))


class OnlyNumber(nn.Module):
    def __init__(self):
        self.size = 2

    def forward(self, inputs):
        return inputs


report(NoSuper)
# > AttributeError: cannot assign module before Module.__init__() call
report(NoParentheses)
# > AttributeError: cannot assign module before Module.__init__() call
report(TooLate)
# > AttributeError: cannot assign module before Module.__init__() call
report(OnlyWeight)
# > AttributeError: cannot assign parameters before Module.__init__() call
report(OnlyBuffer)
# > AttributeError: cannot assign buffer before Module.__init__() call
report(lambda: OnlyNumber()(torch.ones(2)))
# > AttributeError: 'OnlyNumber' object has no attribute '_backward_hooks'
report(lambda: list(OnlyNumber().parameters()))
# > AttributeError: 'OnlyNumber' object has no attribute '_parameters'
# --8<-- [end:no-super]


# --8<-- [start:single]
class Single(nn.Module):
    def _init_(self, hidden=8):
        super().__init__()
        self.fc = nn.Linear(2, hidden)

    def forward(self, inputs):
        return self.fc(inputs)


model = Single()
print(model, len(list(model.parameters())))
# > Single() 0
report(lambda: model(torch.ones(1, 2)))
# > AttributeError: 'Single' object has no attribute 'fc'
report(lambda: torch.optim.SGD(model.parameters(), lr=0.1))
# > ValueError: optimizer got an empty parameter list
report(lambda: Single(16))
# > TypeError: Single.__init__() takes 1 positional argument but 2 were given
report(lambda: Single(hidden=16))
# > TypeError: Single.__init__() got an unexpected keyword argument 'hidden'
# --8<-- [end:single]


# --8<-- [start:self]
class NoSelf(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 1)

    def forward(inputs):
        return self.fc(inputs)


class Forgot(NoSelf):
    def forward(self, inputs):
        return fc(inputs)


report(lambda: NoSelf()(torch.ones(1, 2)))
# > TypeError: NoSelf.forward() takes 1 positional argument but 2 were given
report(lambda: nn.Linear(2, 1)(torch.ones(1, 2), torch.ones(1, 2)))
# > TypeError: Linear.forward() takes 2 positional arguments but 3 were given
try:
    Forgot()(torch.ones(1, 2))
except NameError as error:
    print(f"NameError: {error}")
# > NameError: name 'fc' is not defined
# --8<-- [end:self]


# --8<-- [start:copied]
class NetV1(nn.Module):
    def __init__(self):
        super(NetV1, self).__init__()


class NetV2(nn.Module):
    def __init__(self):
        super(NetV1, self).__init__()


report(NetV2)
# > TypeError: super(type, obj): obj must be an instance or subtype of type
# --8<-- [end:copied]


# --8<-- [start:cell-again]
class Net(nn.Module):
    def forward(self, inputs):
        return super(Net, self).extra_repr()


old = Net()


class Net(nn.Module):  # the cell was run again
    pass


report(lambda: old(torch.ones(2)))
# > TypeError: super(type, obj): obj must be an instance or subtype of type


class Short(nn.Module):
    def forward(self, inputs):
        return super().extra_repr()


old = Short()


class Short(nn.Module):  # again, with the short form
    pass


print(repr(old(torch.ones(2))))
# > ''
# --8<-- [end:cell-again]


# --8<-- [start:not-a-module]
class Net:
    def __init__(self):
        self.fc = nn.Linear(2, 1)

    def forward(self, inputs):
        return self.fc(inputs)


net = Net()
report(lambda: net(torch.ones(1, 2)))
# > TypeError: 'Net' object is not callable
report(lambda: net.parameters())
# > AttributeError: 'Net' object has no attribute 'parameters'
report(lambda: net.to("cpu"))
# > AttributeError: 'Net' object has no attribute 'to'
# --8<-- [end:not-a-module]
