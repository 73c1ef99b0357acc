# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# alone = true
# ///
"""A list that holds one model three times, and three models in one list."""

import copy
import time

import torch
from torch import nn

# --8<-- [start:same]
torch.manual_seed(0)
model = nn.Linear(2, 3)
models = []
for _ in range(3):
    model.reset_parameters()  # "a fresh model"
    models.append(model)
print([f"{m.weight[0, 0].item():.2f}" for m in models], models[0] is models[2])
# > ['-0.66', '-0.66', '-0.66'] True

models = []
for _ in range(3):
    model.reset_parameters()
    models.append(copy.deepcopy(model))
print([f"{m.weight[0, 0].item():.2f}" for m in models])
# > ['-0.41', '-0.36', '0.47']
# --8<-- [end:same]


# --8<-- [start:module]
class Ensemble(nn.Module):
    """The mean of its members' probabilities."""

    def __init__(self, models):
        super().__init__()
        self.models = nn.ModuleList(models)  # a plain list would not be saved

    def forward(self, x):
        return torch.stack([m(x).softmax(-1) for m in self.models]).mean(0)


ensemble = Ensemble(models).eval()
print(len(ensemble.state_dict()), "entries to save")
# > 6 entries to save
print(ensemble(torch.zeros(4, 2)).shape)
# > torch.Size([4, 3])
# --8<-- [end:module]

# --8<-- [start:vmap]
params, buffers = torch.func.stack_module_state(models)


def call(params, buffers, x):
    return torch.func.functional_call(models[0], (params, buffers), (x,))


x = torch.randn(4, 2)
together = torch.vmap(call, in_dims=(0, 0, None))(params, buffers, x)
print(together.shape, torch.allclose(together, torch.stack([m(x) for m in models])))
# > torch.Size([3, 4, 3]) True
# --8<-- [end:vmap]

# --8<-- [start:cost]
wide = [nn.Sequential(nn.Linear(512, 2048), nn.Linear(2048, 10)) for _ in range(5)]
five = Ensemble(wide).eval()
batch = torch.randn(256, 512)
with torch.no_grad():
    for name, module in {"one": wide[0], "five": five}.items():
        module(batch)
        start = time.perf_counter()
        for _ in range(20):
            module(batch)
        ms = (time.perf_counter() - start) * 50
        count = sum(p.numel() for p in module.parameters())
        print(f"{name}: {count:,} parameters")
        print(f"{name}: {ms:.1f} ms a batch")
# > one: 1,071,114 parameters
# ~ one: 7.1 ms a batch
# > five: 5,355,570 parameters
# ~ five: 40.4 ms a batch
# --8<-- [end:cost]
