# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["mis.expand-vs-repeat"]
# ///
"""expand() repeats with stride 0 and no memory, repeat() copies."""

import torch

# --8<-- [start:expand]
row = torch.ones(1, 3)
expanded = row.expand(1000, 3)
repeated = row.repeat(1000, 1)
print(expanded.shape == repeated.shape, expanded.stride(), repeated.stride())
# > True (0, 1) (3, 1)
print(expanded.untyped_storage().nbytes(), repeated.untyped_storage().nbytes())
# > 12 12000

row[0, 0] = 5  # all thousand rows of expanded are this one row
print(expanded[:, 0].sum().item(), repeated[:, 0].sum().item())
# > 5000.0 1000.0
# --8<-- [end:expand]

# --8<-- [start:write]
try:
    expanded += 1
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() the tensor before performing the operation.

own = expanded.clone()
own += 1
print(own[0], row)
# > tensor([6., 2., 2.]) tensor([[5., 1., 1.]])
# --8<-- [end:write]
