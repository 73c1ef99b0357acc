# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.cat-sizes", "err.stack-sizes", "err.concat-scalar"]
# ///
"""cat joins along a dimension that is there, stack makes a new one."""

import torch

# --8<-- [start:join]
a, b = torch.zeros(2, 3), torch.ones(2, 3)
print(torch.cat([a, b]).shape, torch.cat([a, b], dim=1).shape)
# > torch.Size([4, 3]) torch.Size([2, 6])
print(torch.stack([a, b]).shape, torch.stack([a, b], dim=-1).shape)
# > torch.Size([2, 2, 3]) torch.Size([2, 3, 2])

first, second = torch.cat([a, b]).split(2)  # and apart again
print(torch.equal(second, b), len(torch.cat([a, b]).chunk(2)))
# > True 2
print([tuple(row.shape) for row in torch.stack([a, b]).unbind()])
# > [(2, 3), (2, 3)]
# --8<-- [end:join]

# --8<-- [start:cat]
wide = torch.zeros(2, 4)
try:
    torch.cat([a, wide], dim=0)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Sizes of tensors must match except in dimension 0. Expected size 3 but got size 4 for tensor number 1 in the list.

print(torch.cat([a, wide], dim=1).shape)
# > torch.Size([2, 7])
# --8<-- [end:cat]

# --8<-- [start:stack]
short, long = torch.tensor([1, 2]), torch.tensor([3, 4, 5])
try:
    torch.stack([short, long])
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1

print(torch.nn.utils.rnn.pad_sequence([short, long], batch_first=True))
# > tensor([[1, 2, 0],
# >         [3, 4, 5]])
# --8<-- [end:stack]

# --8<-- [start:scalar]
losses = [torch.tensor(1.0), torch.tensor(2.0)]
try:
    torch.cat(losses)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: zero-dimensional tensor (at position 0) cannot be concatenated

print(torch.stack(losses))
# > tensor([1., 2.])
# --8<-- [end:scalar]
