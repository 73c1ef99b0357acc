# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Why tensors differ in size where they are stacked."""

import torch

# --8<-- [start:causes]
lists = {
    "lengths": [torch.ones(5), torch.ones(7)],
    "picture sizes": [torch.ones(3, 32, 32), torch.ones(3, 32, 48)],
    "gray and color": [torch.ones(3, 32, 32), torch.ones(1, 32, 32)],
    "last batch": list(torch.ones(10, 2).split(4)),
}
for name, tensors in lists.items():
    try:
        torch.stack(tensors)
    except RuntimeError as error:
        print(f"{name:14} {type(error).__name__}: {error}")
# > lengths        RuntimeError: stack expects each tensor to be equal size, but got [5] at entry 0 and [7] at entry 1
# > picture sizes  RuntimeError: stack expects each tensor to be equal size, but got [3, 32, 32] at entry 0 and [3, 32, 48] at entry 1
# > gray and color RuntimeError: stack expects each tensor to be equal size, but got [3, 32, 32] at entry 0 and [1, 32, 32] at entry 1
# > last batch     RuntimeError: stack expects each tensor to be equal size, but got [4, 2] at entry 0 and [2, 2] at entry 2

print(torch.cat(lists["last batch"]).shape)
# > torch.Size([10, 2])
# --8<-- [end:causes]
