# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Freezing a layer lets the gradient through; no_grad around it cuts everything before it off."""

import contextlib

import torch
from torch import nn

# --8<-- [start:middle]
inputs = torch.ones(4, 3)


def who_learns(how):
    first, middle, last = nn.Linear(3, 3), nn.Linear(3, 3), nn.Linear(3, 1)
    hidden = first(inputs)
    if how == "requires_grad_(False)":
        middle.requires_grad_(False)
        hidden = middle(hidden)
    elif how == "no_grad":
        with torch.no_grad():
            hidden = middle(hidden)
    elif how == "detach":
        hidden = middle(hidden).detach()
    last(hidden).mean().backward()
    layers = {"first": first, "middle": middle, "last": last}
    return [name for name, layer in layers.items() if layer.weight.grad is not None]


for how in ("requires_grad_(False)", "no_grad", "detach"):
    print(f"{how:21} gradients for {who_learns(how)}")
# > requires_grad_(False) gradients for ['first', 'last']
# > no_grad               gradients for ['last']
# > detach                gradients for ['last']
# --8<-- [end:middle]


# --8<-- [start:front]
def kept_tensors(mode):
    first, last = nn.Linear(3, 3), nn.Linear(3, 1)
    first.requires_grad_(False)  # nothing in front of last learns
    kept = []

    def note(tensor):
        kept.append(tuple(tensor.shape))
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(note, lambda tensor: tensor):
        with mode:
            hidden = first(inputs)
        last(hidden).mean()
    return kept


print(f"frozen:             {kept_tensors(contextlib.nullcontext())}")
# > frozen:             [(4, 3)]
print(f"frozen and no_grad: {kept_tensors(torch.no_grad())}")
# > frozen and no_grad: [(4, 3)]
# --8<-- [end:front]

# --8<-- [start:teacher]
torch.manual_seed(0)
student, teacher = nn.Linear(3, 1), nn.Linear(3, 1)
loss = (student(inputs) - teacher(inputs).detach()).square().mean()
loss.backward()
print(f"student has a gradient: {student.weight.grad is not None}")
# > student has a gradient: True
print(f"teacher has a gradient: {teacher.weight.grad is not None}")
# > teacher has a gradient: False
# --8<-- [end:teacher]
