# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What the parameters of a model occupy, and what training adds to them."""

# --8<-- [start:memory]
import torch
from torch import nn


def mebibytes(tensors):
    return sum(t.numel() * t.element_size() for t in tensors) / 2**20


for kind in (torch.optim.SGD, torch.optim.AdamW):
    model = nn.Sequential(nn.Linear(1024, 1024), nn.ReLU(), nn.Linear(1024, 10))
    optimizer = kind(model.parameters(), lr=0.01)
    model(torch.ones(8, 1024)).sum().backward()
    optimizer.step()
    weights = list(model.parameters())
    gradients = [p.grad for p in weights]
    state = [
        t for s in optimizer.state.values() for t in s.values() if t is not None
    ]
    parts = {"weights": weights, "gradients": gradients, "optimizer": state}
    sizes = " ".join(f"{name} {mebibytes(t):.2f}" for name, t in parts.items())
    print(f"{kind.__name__:6} {sizes} MiB")
# > SGD    weights 4.04 gradients 4.04 optimizer 0.00 MiB
# > AdamW  weights 4.04 gradients 4.04 optimizer 8.09 MiB
half = model.to(torch.bfloat16)
print(f"bfloat16: weights {mebibytes(half.parameters()):.2f} MiB")
# > bfloat16: weights 2.02 MiB
# --8<-- [end:memory]
