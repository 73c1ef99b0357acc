# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The same model with modules and with functions: equal names of weights, equal results."""

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)


# --8<-- [start:same]
class WithModules(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 8)
        self.relu = nn.ReLU()
        self.head = nn.Linear(8, 3)

    def forward(self, inputs):
        return self.head(self.relu(self.hidden(inputs)))


class WithFunctions(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 8)
        self.head = nn.Linear(8, 3)

    def forward(self, inputs):
        return self.head(F.relu(self.hidden(inputs)))


modules, functions = WithModules(), WithFunctions()
print(functions.load_state_dict(modules.state_dict()))
# > <All keys matched successfully>
inputs = torch.randn(5, 4)
print(torch.equal(modules(inputs), functions(inputs)))
# > True
print(functions)
# > WithFunctions(
# >   (hidden): Linear(in_features=4, out_features=8, bias=True)
# >   (head): Linear(in_features=8, out_features=3, bias=True)
# > )
# --8<-- [end:same]

# --8<-- [start:shared-relu]
relu = nn.ReLU()
shared = nn.Sequential(nn.Linear(2, 3), relu, nn.Linear(3, 3), relu)
calls = []
relu.register_forward_hook(lambda *_: calls.append("relu"))
shared(torch.zeros(1, 2))
names = [name for name, module in shared.named_modules() if module is relu]
print(f"called {len(calls)} times, listed as {names}")
# > called 2 times, listed as ['1']
# --8<-- [end:shared-relu]
