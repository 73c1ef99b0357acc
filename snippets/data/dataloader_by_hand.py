# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
#
# [tool.tbe]
# claims = ["data.loader-converts-for-gpu"]
# ///
"""What a DataLoader does, written out: draw indices, ask the dataset, stack the samples. Nothing moves to a GPU."""

import numpy as np
import torch
from torch.utils.data import (
    BatchSampler,
    DataLoader,
    SequentialSampler,
    default_collate,
)

# --8<-- [start:by-hand]
# (features, label): NumPy and int
dataset = [(np.full(2, n, dtype=np.float32), n % 2) for n in range(5)]
loader = DataLoader(dataset, batch_size=2)

by_hand = []
for indices in BatchSampler(
    SequentialSampler(dataset), batch_size=2, drop_last=False
):
    samples = [dataset[index] for index in indices]
    by_hand.append(default_collate(samples))
    print(f"indices {indices} -> inputs {tuple(by_hand[-1][0].shape)}")
# > indices [0, 1] -> inputs (2, 2)
# > indices [2, 3] -> inputs (2, 2)
# > indices [4] -> inputs (1, 2)

for (inputs, labels), (own_inputs, own_labels) in zip(loader, by_hand, strict=True):
    print(
        f"the loader gives the same: {torch.equal(inputs, own_inputs) and torch.equal(labels, own_labels)}"
    )
# > the loader gives the same: True
# > the loader gives the same: True
# > the loader gives the same: True
# --8<-- [end:by-hand]

# --8<-- [start:device]
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
inputs, labels = next(iter(loader))
print(f"sample: {type(dataset[0][0]).__name__} and {type(dataset[0][1]).__name__}")
# > sample: ndarray and int
print(f"batch:  {inputs.dtype} and {labels.dtype}, on {inputs.device}")
# > batch:  torch.float32 and torch.int64, on cpu

inputs, labels = inputs.to(device), labels.to(device)  # moving is your line
print(f"after .to(device): on '{inputs.device.type}'")
# ~ after .to(device): on 'cpu'
# --8<-- [end:device]
