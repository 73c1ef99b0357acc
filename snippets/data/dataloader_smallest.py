# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["data.loader-makes-batches"]
# ///
"""A DataLoader turns ten samples into batches of four, four and two."""

import torch
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:batches]
# ten samples: three features and a label
dataset = TensorDataset(torch.zeros(10, 3), torch.arange(10))
loader = DataLoader(dataset, batch_size=4)

for inputs, labels in loader:
    # (batch, features)
    print(f"inputs {tuple(inputs.shape)}  labels {labels.tolist()}")
# > inputs (4, 3)  labels [0, 1, 2, 3]
# > inputs (4, 3)  labels [4, 5, 6, 7]
# > inputs (2, 3)  labels [8, 9]
print(f"{len(dataset)=} {len(loader)=}")
# > len(dataset)=10 len(loader)=3
# --8<-- [end:batches]
