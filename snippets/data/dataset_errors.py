# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.dataset-no-len", "err.random-split", "err.tensordataset-size"]
# ///
"""The messages you meet around Dataset, each with the code that brings it up."""

from pathlib import Path

import torch
from torch.utils.data import DataLoader, Dataset, TensorDataset, random_split


# --8<-- [start:no-len]
class Endless(Dataset):
    def __getitem__(self, index):
        return index


try:
    DataLoader(Endless(), shuffle=True)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: object of type 'Endless' has no len()
# --8<-- [end:no-len]

# --8<-- [start:empty]
# a misspelt folder is no error for glob
files = sorted(Path("imgaes").glob("*.png"))
print(f"{len(files)=}")
# > len(files)=0
try:
    DataLoader(files, shuffle=True)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: num_samples should be a positive integer value, but got num_samples=0
print(f"without shuffle: {len(list(DataLoader(files)))} batches")
# > without shuffle: 0 batches
# --8<-- [end:empty]

# --8<-- [start:split]
try:
    random_split(range(10), [7, 2])
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Sum of input lengths does not equal the length of the input dataset!
print([len(part) for part in random_split(range(10), [0.7, 0.3])])
# > [7, 3]
# --8<-- [end:split]

# --8<-- [start:sizes]
features, labels = torch.zeros(3, 2), torch.zeros(2)
try:
    TensorDataset(features, labels)
except AssertionError as error:
    print(f"{type(error).__name__}: {error}")
    print(f"features {list(features.shape)}, labels {list(labels.shape)}")
# > AssertionError: Size mismatch between tensors
# > features [3, 2], labels [2]
# --8<-- [end:sizes]
