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
print("unless it is there already:", tensor.to("cpu") is tensor)
# > unless it is there already: True
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
outputs = second(first(torch.ones(3, 4)).to("meta"))  # moved
print(tuple(outputs.shape))
# > (3, 2)
for forgotten in (
    lambda: second(first(torch.ones(3, 4))),  # the hidden values
    lambda: nn.functional.mse_loss(outputs, torch.ones(3, 2)),  # the targets
    lambda: outputs + torch.zeros(3, 2),  # made in forward, or a skip connection
):
    try:
        forgotten()
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
# > RuntimeError: Tensor on device meta is not on the expected device cpu!
# > RuntimeError: Tensor on device cpu is not on the expected device meta!
# > RuntimeError: Tensor on device cpu is not on the expected device meta!
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
