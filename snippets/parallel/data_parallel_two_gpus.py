# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# gpus = 2
# ///
"""nn.DataParallel on two real GPUs: gathered outputs, summed gradients, one loss per GPU, and the fuller first device."""

import copy
import warnings

import torch
from torch import nn

# --8<-- [start:gradients]
torch.manual_seed(0)
on_cpu = nn.Linear(3, 1)
model = copy.deepcopy(on_cpu).to("cuda:0")
parallel_model = nn.DataParallel(model, device_ids=[0, 1])
inputs, targets = torch.randn(8, 3), torch.randn(8, 1)

outputs = parallel_model(inputs)  # the inputs may come from the CPU
nn.functional.mse_loss(outputs, targets.to("cuda:0")).backward()
nn.functional.mse_loss(on_cpu(inputs), targets).backward()
print(f"outputs {tuple(outputs.shape)} on {outputs.device}")
same = torch.allclose(model.weight.grad.cpu(), on_cpu.weight.grad, atol=1e-5)
print(f"same gradient as on one device: {same}")
# --8<-- [end:gradients]


# --8<-- [start:losses]
class WithLoss(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(3, 1)

    def forward(self, inputs, targets):
        return nn.functional.mse_loss(self.layer(inputs), targets)  # a scalar


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    parallel_model = nn.DataParallel(WithLoss().to("cuda:0"), device_ids=[0, 1])
    losses = parallel_model(inputs, targets)
about_scalars = any("scalars" in str(warning.message) for warning in caught)
print(f"losses {tuple(losses.shape)}, warned about scalars: {about_scalars}")
# --8<-- [end:losses]

# --8<-- [start:memory]
model = nn.Sequential(nn.Linear(512, 1024), nn.ReLU(), nn.Linear(1024, 32_000))
parallel_model = nn.DataParallel(model.to("cuda:0"), device_ids=[0, 1])
optimizer = torch.optim.Adam(model.parameters())
parallel_model(torch.randn(256, 512)).pow(2).mean().backward()
optimizer.step()
first, second = (torch.cuda.max_memory_allocated(device) for device in (0, 1))
print(f"the first device held more: {first > second}")
# --8<-- [end:memory]

# --8<-- [start:options]
# Cut the columns, join them on the second GPU.
options = {"device_ids": [0, 1], "output_device": 1, "dim": 1}
outputs = nn.DataParallel(nn.Identity(), **options)(torch.ones(2, 6))
print(f"outputs {tuple(outputs.shape)} on {outputs.device}")
# --8<-- [end:options]
