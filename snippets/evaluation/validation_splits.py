# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# ///
"""Which rows are held out: the end of a sorted file, random ones, stratified, by group, the latest."""

import torch
from sklearn.datasets import load_iris
from sklearn.model_selection import GroupShuffleSplit, train_test_split
from torch.utils.data import random_split

# --8<-- [start:sorted]
targets = torch.tensor(load_iris().target)  # 150 flowers, sorted by species
val = torch.arange(120, 150)  # the last fifth
print(f"the end:    {targets[val].bincount(minlength=3).tolist()}")
# > the end:    [0, 0, 30]
# --8<-- [end:sorted]

# --8<-- [start:random]
generator = torch.Generator().manual_seed(0)
_, val_set = random_split(range(150), [120, 30], generator=generator)
print(f"random:     {targets[list(val_set)].bincount(minlength=3).tolist()}")
# > random:     [10, 11, 9]

_, val = train_test_split(
    range(150), test_size=30, stratify=targets, random_state=0
)
print(f"stratified: {targets[val].bincount(minlength=3).tolist()}")
# > stratified: [10, 10, 10]
# --8<-- [end:random]

# --8<-- [start:groups]
patients = torch.arange(50).repeat_interleave(3)  # three images of each patient
_, val_set = random_split(range(150), [120, 30], generator=generator)
val_patients = set(patients[list(val_set)].tolist())
train_patients = {patients[i].item() for i in set(range(150)) - set(val_set)}
shared = len(val_patients & train_patients)
print(
    f"random:   {shared} of {len(val_patients)} validation patients are also in training"
)
# > random:   22 of 23 validation patients are also in training

splitter = GroupShuffleSplit(n_splits=1, test_size=0.2, random_state=0)
train, val = next(splitter.split(range(150), groups=patients))
shared = len(set(patients[val].tolist()) & set(patients[train].tolist()))
print(f"by group: {shared} of {len(set(patients[val].tolist()))}")
# > by group: 0 of 10
# --8<-- [end:groups]

# --8<-- [start:time]
days = torch.randperm(150, generator=generator)  # the rows are not in order
order = days.argsort()
train, val = order[:120], order[120:]
print(
    f"training up to day {days[train].max()}, validation from day {days[val].min()}"
)
# > training up to day 119, validation from day 120
# --8<-- [end:time]
