# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["data.loader-makes-batches"]
# ///
"""A DataLoader turns ten samples into batches of four, four and two."""

# --8<-- [start:answer]
from torch.utils.data import DataLoader

if __name__ == "__main__":  # workers may import this file
    loader = DataLoader(range(1000), batch_size=32, shuffle=True, num_workers=2)
# --8<-- [end:answer]

# --8<-- [start:batches]
import torch
from torch.utils.data import TensorDataset

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
