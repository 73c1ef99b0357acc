# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["overview_cuts.svg"]
# ///
"""Four ways to share one small network between two devices: each gives the same outputs."""

import matplotlib.pyplot as plt
import torch

# --8<-- [start:cuts]
torch.manual_seed(0)
inputs = torch.randn(8, 6)  # (batch, features)
first, second = torch.randn(6, 4), torch.randn(4, 2)


def network(inputs, first, second):
    return torch.relu(inputs @ first) @ second


outputs = network(inputs, first, second)  # (8, 2)

# Data: both devices hold all the weights, each sees half of the batch.
data = torch.cat([network(half, first, second) for half in inputs.chunk(2)])

# Layers: device 0 holds the first, device 1 the second; the hidden values travel.
hidden = torch.relu(inputs @ first)
layers = hidden @ second

# Tensors: each device holds half of every layer; the two part sums are added.
columns, rows = first.chunk(2, dim=1), second.chunk(2, dim=0)
tensors = sum(torch.relu(inputs @ c) @ r for c, r in zip(columns, rows, strict=True))

# Shards: each device keeps half, fetches the other half just before use and drops it again.
first_shards, second_shards = first.chunk(2), second.chunk(2)
shards = torch.cat([network(half, torch.cat(first_shards), torch.cat(second_shards)) for half in inputs.chunk(2)])

for name, result in {"data": data, "layers": layers, "tensors": tensors, "shards": shards}.items():
    print(f"{name:8} same outputs {torch.allclose(result, outputs, atol=1e-5)}")
# > data     same outputs True
# > layers   same outputs True
# > tensors  same outputs True
# > shards   same outputs True
# --8<-- [end:cuts]

# --8<-- [start:figure]
WHOLE, LEFT, RIGHT, NONE = (0, 1), (0, 0.5), (0.5, 0.5), (0, 0)  # (start, width) of what a device holds
HOLDS = {  # for each device: layer 1, layer 2, layer 3, batch
    "data": ([WHOLE, WHOLE, WHOLE, LEFT], [WHOLE, WHOLE, WHOLE, RIGHT]),
    "layers": ([WHOLE, WHOLE, NONE, WHOLE], [NONE, NONE, WHOLE, WHOLE]),
    "tensors": ([LEFT, LEFT, LEFT, WHOLE], [RIGHT, RIGHT, RIGHT, WHOLE]),
    "shards": ([LEFT, LEFT, LEFT, LEFT], [RIGHT, RIGHT, RIGHT, RIGHT]),
}
rows = [4.2, 3.2, 2.2, 0.8]  # the batch stands a little apart
figure, all_axes = plt.subplots(1, 4, figsize=(9, 2.6), sharey=True)
for axes, (title, devices) in zip(all_axes, HOLDS.items(), strict=True):
    for device, (parts, colour) in enumerate(zip(devices, ("#2b8a3e", "#d9480f"), strict=True)):
        shift = 1.25 * device
        starts, widths = zip(*parts, strict=True)
        axes.barh(rows, widths, left=[shift + start for start in starts], height=0.7, color=colour)
        axes.barh(rows, 1, left=shift, height=0.7, fill=False, edgecolor="gray", linestyle=":")
    axes.set(title=title, xticks=[0.5, 1.75], yticks=rows)
    axes.set_xticklabels(["device 0", "device 1"])
    axes.set_yticklabels(["layer 1", "layer 2", "layer 3", "batch"])
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
figure.savefig("overview_cuts.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
