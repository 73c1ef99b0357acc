# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# gpus = 1
# alone = true
# ///
"""GPU memory: what is allocated, what stays reserved, what empty_cache() does, and the peak with and without a graph."""

import torch
from torch import nn

# --8<-- [start:caching]
device = torch.device("cuda")
before = torch.cuda.memory_allocated()
x = torch.empty(64, 1024, 1024, device=device)  # 256 MiB of float32
print(f"{torch.cuda.memory_allocated() - before == x.nbytes=}")

size = x.nbytes
del x  # no name is left, so the tensor is freed
print(f"{torch.cuda.memory_allocated() == before=}")
print(f"{torch.cuda.memory_reserved() >= size=}")  # kept for the next tensor

free, total = torch.cuda.mem_get_info()  # of the whole card, as in nvidia-smi
print(f"{total - free >= torch.cuda.memory_reserved()=}")

torch.cuda.empty_cache()  # gives back what no tensor uses
print(f"{torch.cuda.memory_reserved() < size=}")

x = torch.empty(64, 1024, 1024, device=device)
torch.cuda.empty_cache()
print(f"{torch.cuda.memory_allocated() - before == x.nbytes=}")  # x is in use
del x
# --8<-- [end:caching]


# --8<-- [start:peak]
def make_model(depth):
    layers = []
    for _ in range(depth):
        layers += [nn.Linear(1024, 1024), nn.ReLU()]
    return nn.Sequential(*layers).to(device)


def peak(model, grad):
    """Bytes on top of what was there, at the highest point of a forward pass."""
    torch.cuda.reset_peak_memory_stats()
    start = torch.cuda.memory_allocated()
    with torch.set_grad_enabled(grad):
        model(inputs)
    return torch.cuda.max_memory_allocated() - start


inputs = torch.rand(8192, 1024, device=device)  # 32 MiB, like each layer's output
shallow, deep = make_model(5), make_model(20)
peak(deep, grad=True)  # the first call also reserves a workspace: not counted

with_graph = peak(deep, grad=True)
without = peak(deep, grad=False)  # as under torch.no_grad()
print(f"{with_graph > 3 * without=}")
print(f"{with_graph > 2 * peak(shallow, grad=True)=}")  # grows with the depth
print(f"{without < 1.5 * peak(shallow, grad=False)=}")  # does not
# --8<-- [end:peak]
