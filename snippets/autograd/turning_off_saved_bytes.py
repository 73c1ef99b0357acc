# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""What turning autograd off saves: the bytes that backward() would have needed."""

import contextlib

import torch
from torch import nn

# --8<-- [start:bytes]
model = nn.Sequential(
    nn.Linear(64, 256),
    nn.ReLU(),
    nn.Linear(256, 256),
    nn.ReLU(),
    nn.Linear(256, 10),
)
inputs = torch.randn(512, 64)
weights = {parameter.data_ptr() for parameter in model.parameters()}


def kept_bytes(mode):
    kept = {}  # what the graph keeps alive, weights and inputs left out

    def note(tensor):
        if tensor.data_ptr() not in weights | {inputs.data_ptr()}:
            kept[tensor.data_ptr()] = tensor.nbytes
        return tensor

    with (
        torch.autograd.graph.saved_tensors_hooks(note, lambda tensor: tensor),
        mode,
    ):
        logits = model(inputs)
    return sum(kept.values()), logits.requires_grad


for name, mode in (
    ("as usual", contextlib.nullcontext()),
    ("no_grad", torch.no_grad()),
    ("inference_mode", torch.inference_mode()),
):
    size, requires_grad = kept_bytes(mode)
    print(f"{name:14} {size:7} bytes kept, {requires_grad=}")
# > as usual       1048576 bytes kept, requires_grad=True
# > no_grad              0 bytes kept, requires_grad=False
# > inference_mode       0 bytes kept, requires_grad=False
print(f"two hidden layers: {2 * 512 * 256 * 4} bytes")
# > two hidden layers: 1048576 bytes
# --8<-- [end:bytes]
