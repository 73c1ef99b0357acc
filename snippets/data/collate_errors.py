# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.collate-unequal", "err.collate-lists", "err.collate-none"]
# ///
"""The messages of default_collate, each with the samples that bring it up."""

import torch
from torch.utils.data import DataLoader, Dataset

from torchbyexample.padding import pad_collate

# --8<-- [start:unequal]
for first, second in (
    ((2,), (3,)),
    ((3, 224, 300), (3, 224, 224)),
    ((3, 224, 224), (1, 224, 224)),
):
    try:
        next(
            iter(DataLoader([torch.ones(first), torch.ones(second)], batch_size=2))
        )
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
# > RuntimeError: stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1
# > RuntimeError: stack expects each tensor to be equal size, but got [3, 224, 300] at entry 0 and [3, 224, 224] at entry 1
# > RuntimeError: stack expects each tensor to be equal size, but got [3, 224, 224] at entry 0 and [1, 224, 224] at entry 1
# --8<-- [end:unequal]

# --8<-- [start:lists]
try:
    next(iter(DataLoader([[1, 2], [3]], batch_size=2)))
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: each element in list of batch should be of equal size
# --8<-- [end:lists]

# --8<-- [start:padded]
loader = DataLoader([([1, 2], 0), ([3], 1)], batch_size=2, collate_fn=pad_collate)
inputs, lengths, targets = next(iter(loader))
print(inputs.tolist(), lengths.tolist(), targets.tolist())
# > [[1, 2], [3, 0]] [2, 1] [0, 1]
# --8<-- [end:padded]


# --8<-- [start:none]
class Forgetful(Dataset):
    rows = (1.0, 2.0, -1.0, 4.0)

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, index):
        row = self.rows[index]
        return torch.tensor(row) if row > 0 else None  # no return: None, too


for order in ([0, 1, 2], [2, 0, 1]):  # the bad row last, then first
    try:
        list(DataLoader(Forgetful(), batch_sampler=[order]))
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")
# > TypeError: expected Tensor as element 2 in argument 0, but got NoneType
# > TypeError: default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found <class 'NoneType'>
# --8<-- [end:none]


# --8<-- [start:filtered]
class Positive(Dataset):
    def __init__(self, rows):
        self.rows = [row for row in rows if row > 0]

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, index):
        return torch.tensor(self.rows[index])


print(
    [batch.tolist() for batch in DataLoader(Positive(Forgetful.rows), batch_size=2)]
)
# > [[1.0, 2.0], [4.0]]
# --8<-- [end:filtered]
