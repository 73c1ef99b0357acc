# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""The datasets that torch.utils.data brings along: TensorDataset, StackDataset, Subset, random_split, ConcatDataset."""

import torch
from torch.utils.data import (
    ConcatDataset,
    StackDataset,
    Subset,
    TensorDataset,
    random_split,
)

# --8<-- [start:ready-made]
inputs, targets = torch.arange(10.0).view(5, 2), torch.arange(5)

dataset = TensorDataset(inputs, targets)
print(f"TensorDataset {len(dataset)}: {dataset[1]}")
# > TensorDataset 5: (tensor([2., 3.]), tensor(1))

pairs = StackDataset(text=["a", "b", "c"], label=[0, 1, 0])
print(f"StackDataset {len(pairs)}: {pairs[1]}")
# > StackDataset 3: {'text': 'b', 'label': 1}

chosen = Subset(dataset, [4, 0])
print(f"Subset {len(chosen)}: targets {[target.item() for _, target in chosen]}")
# > Subset 2: targets [4, 0]

generator = torch.Generator().manual_seed(0)
train, valid = random_split(dataset, [0.8, 0.2], generator=generator)
print(
    f"random_split {len(train)} + {len(valid)}: {train.indices} and {valid.indices}"
)
# > random_split 4 + 1: [4, 0, 1, 3] and [2]

both = ConcatDataset([dataset, chosen])
print(f"ConcatDataset {len(both)}: targets {[target.item() for _, target in both]}")
# > ConcatDataset 7: targets [0, 1, 2, 3, 4, 4, 0]
# --8<-- [end:ready-made]
