# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["seed.other-typos"]
# ///
"""Spelling slips in copied code: some raise, some are silent."""

import torch
from torch import nn

# --8<-- [start:raises]
model = nn.Linear(2, 1)
for attempt in (
    "nn.module",
    "torch.optim.adam(model.parameters())",
    "torch.optim.Adam(model.parameters(), learning_rate=0.1)",
    "torch.zeros(2, require_grad=True)",
    "model.eval",  # no brackets: no error, and nothing is called
):
    try:
        eval(attempt)
        print(f"{attempt}: no error")
    except (AttributeError, TypeError) as error:
        print(f"{type(error).__name__}: {str(error).splitlines()[0][:88]}")
# > AttributeError: module 'torch.nn' has no attribute 'module'
# > AttributeError: module 'torch.optim' has no attribute 'adam'
# > TypeError: Adam.__init__() got an unexpected keyword argument 'learning_rate'
# > TypeError: zeros() got an unexpected keyword argument 'require_grad'
# > model.eval: no error
# <= 2.11
# > AttributeError: module 'torch.nn' has no attribute 'module'
# > AttributeError: module 'torch.optim' has no attribute 'adam'
# > TypeError: Adam.__init__() got an unexpected keyword argument 'learning_rate'
# > TypeError: zeros() received an invalid combination of arguments - got (int, require_grad=bool), but
# > model.eval: no error
# --8<-- [end:raises]

# --8<-- [start:silent]
weight = torch.zeros(2)
weight.required_grad = True  # meant: requires_grad
print(weight.requires_grad)
# > False


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 1)

    def foward(self, x):  # meant: forward
        return self.fc(x)


try:
    Net()(torch.zeros(1, 2))
except NotImplementedError as error:
    print(error)
# > Module [Net] is missing the required "forward" function
# --8<-- [end:silent]
