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

# Layers: device 0 holds the first, device 1 the second; hidden travels.
hidden = torch.relu(inputs @ first)
layers = hidden @ second

# Tensors: each device holds half of every layer; the two part sums are added.
columns, rows = first.chunk(2, dim=1), second.chunk(2, dim=0)
tensors = sum(torch.relu(inputs @ columns[d]) @ rows[d] for d in (0, 1))

# Shards: each device keeps half, fetches the other half just before use.
kept = first.chunk(2), second.chunk(2)
fetched = [torch.cat(shards) for shards in kept]
shards = torch.cat([network(half, *fetched) for half in inputs.chunk(2)])

results = {"data": data, "layers": layers, "tensors": tensors, "shards": shards}
for name, result in results.items():
    print(f"{name:8} same outputs {torch.allclose(result, outputs, atol=1e-5)}")
# > data     same outputs True
# > layers   same outputs True
# > tensors  same outputs True
# > shards   same outputs True
# --8<-- [end:cuts]

# --8<-- [start:figure]
# What a device holds: (start, width).
WHOLE, LEFT, RIGHT, NONE = (0, 1), (0, 0.5), (0.5, 0.5), (0, 0)
HOLDS = {  # for each device: layer 1, layer 2, layer 3, batch
    "data": ([WHOLE, WHOLE, WHOLE, LEFT], [WHOLE, WHOLE, WHOLE, RIGHT]),
    "layers": ([WHOLE, WHOLE, NONE, WHOLE], [NONE, NONE, WHOLE, WHOLE]),
    "tensors": ([LEFT, LEFT, LEFT, WHOLE], [RIGHT, RIGHT, RIGHT, WHOLE]),
    "shards": ([LEFT, LEFT, LEFT, LEFT], [RIGHT, RIGHT, RIGHT, RIGHT]),
}
rows = [4.2, 3.2, 2.2, 0.8]  # the batch stands a little apart
figure, all_axes = plt.subplots(2, 2, figsize=(4.6, 4.8), sharey=True)
for axes, (title, devices) in zip(all_axes.flat, HOLDS.items(), strict=True):
    for device, colour in enumerate(("#2b8a3e", "#d9480f")):
        shift = 1.25 * device
        starts = [shift + start for start, _ in devices[device]]
        widths = [width for _, width in devices[device]]
        axes.barh(rows, widths, 0.7, left=starts, color=colour)
        axes.barh(rows, 1, 0.7, left=shift, fill=False, ec="gray", ls=":")
    axes.set(title=title, xticks=[0.5, 1.75], yticks=rows)
    axes.set_xticklabels(["device 0", "device 1"])
    axes.set_yticklabels(["layer 1", "layer 2", "layer 3", "batch"])
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
figure.subplots_adjust(hspace=0.4)
figure.savefig("overview_cuts.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
