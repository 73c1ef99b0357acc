# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["tensor.view-needs-contiguous"]
# ///
"""view() needs a stride for each new dimension, not a contiguous tensor."""

import torch

# --8<-- [start:left]
left = torch.arange(12).view(3, 4)[:, :2]  # the left half of a table
print(left.is_contiguous(), left.stride())
# > False (4, 1)

print(left.view(3, 2, 1).stride())  # cut a dimension further: works
# > (4, 1, 1)
print(left.unflatten(1, (1, 2)).shape)
# > torch.Size([3, 1, 2])
try:
    left.view(6)  # join rows with a gap between them: no stride does that
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error)[:58]} ...")
# > RuntimeError: view size is not compatible with input tensor's size and s ...
# --8<-- [end:left]

# --8<-- [start:contiguous]
packed = left.contiguous()  # a copy without gaps
print(packed.stride(), packed.view(6))
# > (2, 1) tensor([0, 1, 4, 5, 8, 9])
print(packed.data_ptr() == left.data_ptr())
# > False
print(packed.contiguous().data_ptr() == packed.data_ptr())  # nothing to do
# > True
# --8<-- [end:contiguous]
