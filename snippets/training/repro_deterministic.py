# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Deterministic algorithms: what they refuse, and what they cannot promise."""

import torch

# --8<-- [start:refused]
x, indices = torch.zeros(3), torch.tensor([0, 0])
values = torch.tensor([1.0, 2.0])
print(x.put_(indices, values))  # two values for one place: which one wins?
# > tensor([2., 0., 0.])
torch.use_deterministic_algorithms(True)
try:
    x.put_(indices, values)
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).split(', but you set')[0]}")
# > RuntimeError: put_ does not have a deterministic implementation
print(torch.zeros(3).index_add_(0, indices, values))  # both are added
# > tensor([3., 0., 0.])
# --8<-- [end:refused]

# --8<-- [start:warn-only]
torch.use_deterministic_algorithms(True, warn_only=True)
x.put_(indices, values)  # goes on
# ! UserWarning: put_ does not have a deterministic implementation, but you set 'torch.use_deterministic_algorithms(True, warn_only=True)'. You can file an issue at https://github.com/pytorch/pytorch/issues to help us prioritize adding deterministic support for this operation.
torch.use_deterministic_algorithms(True)
# --8<-- [end:warn-only]

# --8<-- [start:empty]
print(f"deterministic: {torch.empty(2)=}")
# > deterministic: torch.empty(2)=tensor([nan, nan])
torch.use_deterministic_algorithms(False)
# --8<-- [end:empty]

# --8<-- [start:cudnn]
print(f"{torch.backends.cudnn.benchmark=}")
# > torch.backends.cudnn.benchmark=False
print(f"{torch.backends.cudnn.deterministic=}")
# > torch.backends.cudnn.deterministic=False
# --8<-- [end:cudnn]

# --8<-- [start:rounding]
a, b, c = torch.tensor([1e8, 1.0, -1e8])
print(f"{(a + b) + c=}")
# > (a + b) + c=tensor(0.)
print(f"{(a + c) + b=}")
# > (a + c) + b=tensor(1.)
# --8<-- [end:rounding]
