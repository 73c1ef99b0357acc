# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.ragged-list", "err.tensor-of-strings", "err.tensor-of-tensor-warning"]
# ///
"""What torch.tensor refuses, and the one thing it takes with a warning."""

import torch
from torch.nn.utils.rnn import pad_sequence

# --8<-- [start:ragged]
rows = [[1, 2], [3]]
try:
    torch.tensor(rows)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: expected sequence of length 2 at dim 1 (got 1)

batch = pad_sequence([torch.tensor(row) for row in rows], batch_first=True)
print(f"{batch=}")
# > batch=tensor([[1, 2],
# >         [3, 0]])
# --8<-- [end:ragged]

# --8<-- [start:strings]
animals = ["cat", "dog", "cat"]
try:
    torch.tensor(animals)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: too many dimensions 'str'

ids = {name: number for number, name in enumerate(sorted(set(animals)))}
print(f"{ids=}")
# > ids={'cat': 0, 'dog': 1}
print(f"{torch.tensor([ids[name] for name in animals])=}")
# > torch.tensor([ids[name] for name in animals])=tensor([0, 1, 0])
# --8<-- [end:strings]

# --8<-- [start:single]
try:
    torch.tensor(1, 2, 3)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: tensor() takes 1 positional argument but 3 were given
# --8<-- [end:single]

# --8<-- [start:tensor]
x = torch.ones(2)
y = torch.tensor(x)
# ! UserWarning: To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or sourceTensor.detach().clone().requires_grad_(True), rather than torch.tensor(sourceTensor).

y = x.detach().clone()
print(f"{y=}")
# > y=tensor([1., 1.])
# --8<-- [end:tensor]
