# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What training holds in memory, counted in bytes on any machine: weights, gradients, Adam's averages, and what the graph keeps."""

import torch
from torch import nn

# --8<-- [start:bytes]
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
kept = {}  # what the graph keeps for backward(), each memory once


def keep(tensor):
    kept[tensor.data_ptr()] = tensor
    return tensor


def mib(tensors):
    return sum(tensor.nbytes for tensor in tensors) / 2**20


def measure(batch_size, grad=True):
    kept.clear()
    model = nn.Sequential(nn.Linear(512, 512), nn.ReLU(), nn.Linear(512, 512))
    model.to(device)
    optimizer = torch.optim.Adam(model.parameters())
    inputs = torch.randn(batch_size, 512, device=device)
    hooks = torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor)
    with torch.set_grad_enabled(grad), hooks:
        loss = model(inputs).square().mean()
    weights = list(model.parameters())
    for weight in weights:
        kept.pop(weight.data_ptr(), None)  # counted as weights
    print(f"batch {batch_size:4}, {grad=!s:5}: kept {mib(kept.values()):5.1f} MiB")
    if grad:
        loss.backward()
        optimizer.step()
    return weights, optimizer


measure(256)
# > batch  256, grad=True : kept   1.5 MiB
weights, optimizer = measure(1024)
# > batch 1024, grad=True : kept   6.0 MiB
measure(1024, grad=False)
# > batch 1024, grad=False: kept   0.0 MiB
# --8<-- [end:bytes]

# --8<-- [start:states]
averages = [
    tensor
    for state in optimizer.state.values()
    for name, tensor in state.items()
    if name != "step"
]
print(f"weights   {mib(weights):.1f} MiB")
# > weights   2.0 MiB
print(f"gradients {mib(weight.grad for weight in weights):.1f} MiB")
# > gradients 2.0 MiB
print(f"Adam      {mib(averages):.1f} MiB")
# > Adam      4.0 MiB
# --8<-- [end:states]
