# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The class in place of an object: model = Net without parentheses."""

import torch
from torch import nn


def report(make):
    try:
        make()
    except (AttributeError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")


# --8<-- [start:class]
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 1)

    def forward(self, inputs):
        return self.fc(inputs)


model = Net  # the class; Net() makes an object
print(model)
# > <class '__main__.Net'>
report(lambda: model.parameters())
# > TypeError: Module.parameters() missing 1 required positional argument: 'self'
report(lambda: model.eval())
# > TypeError: Module.eval() missing 1 required positional argument: 'self'
report(lambda: model.state_dict())
# > TypeError: Module.state_dict() missing 1 required positional argument: 'self'
report(lambda: model.to("cpu"))
# > AttributeError: 'str' object has no attribute '_apply'
report(lambda: model.forward(torch.ones(1, 2)))
# > TypeError: Net.forward() missing 1 required positional argument: 'inputs'
report(lambda: model(torch.ones(1, 2)))
# > TypeError: Net.__init__() takes 1 positional argument but 2 were given

model = Net()
print(model(torch.ones(1, 2)).shape)
# > torch.Size([1, 1])
# --8<-- [end:class]


# --8<-- [start:required]
class Wide(nn.Module):
    def __init__(self, hidden, classes=10):
        super().__init__()
        self.fc = nn.Linear(hidden, classes)


report(lambda: Wide())
# > TypeError: Wide.__init__() missing 1 required positional argument: 'hidden'
report(lambda: nn.Linear(4))
# > TypeError: Linear.__init__() missing 1 required positional argument: 'out_features'
report(lambda: Net()())
# > TypeError: Net.forward() missing 1 required positional argument: 'inputs'
# --8<-- [end:required]
