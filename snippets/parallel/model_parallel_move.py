# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["mp.to-cuda-n", "mp.move-between"]
# ///
"""Moving the hidden values between devices: what .to() does to modules and tensors, and the errors of forgetting it."""

import torch
from torch import nn

# --8<-- [start:to]
layer, tensor = nn.Linear(2, 2), torch.zeros(2)
moved = layer.to("meta")
print("module.to() gives back itself:", moved is layer, layer.weight.device)
# > module.to() gives back itself: True meta
moved = tensor.to("meta")
print("tensor.to() gives back itself:", moved is tensor, tensor.device)
# > tensor.to() gives back itself: False cpu
# --8<-- [end:to]

# --8<-- [start:recorded]
first, second = nn.Linear(4, 8), nn.Linear(8, 2)
hidden = first(torch.ones(3, 4))  # (batch, 8)
moved = hidden.to("meta")
print(moved.grad_fn.name(), "<-", moved.grad_fn.next_functions[0][0].name())
# > ToCopyBackward0 <- AddmmBackward0
# --8<-- [end:recorded]

# --8<-- [start:not-moved]
second = second.to("meta")
try:
    second(first(torch.ones(3, 4)))
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Tensor on device meta is not on the expected device cpu!
print(tuple(second(first(torch.ones(3, 4)).to("meta")).shape))
# > (3, 2)
# --8<-- [end:not-moved]


# --8<-- [start:no-self]
class NoteModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.seq1 = nn.Linear(4, 8)
        self.seq2 = nn.Linear(8, 2)

    def forward(self, x):
        return seq2(self.seq1(x).to("cpu"))  # noqa: F821 - as in the note


try:
    NoteModel()(torch.ones(3, 4))
except NameError as error:
    print(f"{type(error).__name__}: {error}")
# > NameError: name 'seq2' is not defined


class Corrected(NoteModel):
    def forward(self, x):
        return self.seq2(self.seq1(x).to("cpu"))


print("with self.:", tuple(Corrected()(torch.ones(3, 4)).shape))
# > with self.: (3, 2)
# --8<-- [end:no-self]

# --8<-- [start:device-names]
for name in ("cuda:1", "cuda:n", "cuda1"):
    try:
        print(f"{name}: {torch.device(name)!r}")
    except RuntimeError as error:
        print(f"{name}: {type(error).__name__}: {str(error).splitlines()[0]}")
# > cuda:1: device(type='cuda', index=1)
# > cuda:n: RuntimeError: Invalid device string: 'cuda:n'
# > cuda1: RuntimeError: Invalid device string: 'cuda1'

absent = torch.cuda.device_count()  # counted from 0: this one does not exist
try:
    nn.Linear(2, 2).to(f"cuda:{absent}")
except (RuntimeError, AssertionError):  # the second: torch without CUDA
    print("the device after the last one: refused")
# > the device after the last one: refused
# --8<-- [end:device-names]
