# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Why the lengths must come along: without a mask, a sample's mean depends on its neighbours in the batch."""

from functools import partial

import torch
from torch.utils.data import DataLoader

from torchbyexample.padding import pad_collate, padding_mask

# --8<-- [start:mask]
samples = [(torch.tensor([4.0, 4.0]), 1), (torch.tensor([1.0, 1.0]), 0), (torch.tensor([2.0] * 8), 0)]

for batch_size in (1, 2, 3):
    inputs, lengths, targets = next(iter(DataLoader(samples, batch_size=batch_size, collate_fn=pad_collate)))
    mask = padding_mask(lengths)  # (batch, longest)
    plain = inputs.mean(dim=1)
    masked = (inputs * mask).sum(dim=1) / lengths
    print(f"batch {list(inputs.shape)}: mean of the first sample {plain[0]:.1f}, masked {masked[0]:.1f}")
# > batch [1, 2]: mean of the first sample 4.0, masked 4.0
# > batch [2, 2]: mean of the first sample 4.0, masked 4.0
# > batch [3, 8]: mean of the first sample 1.0, masked 4.0
# --8<-- [end:mask]

# --8<-- [start:partial]
collate = partial(pad_collate, padding_value=-1)
inputs, lengths, targets = next(iter(DataLoader([([1, 2], 0), ([3], 1)], batch_size=2, collate_fn=collate)))
print(inputs.tolist(), lengths.tolist(), targets.tolist())
# > [[1, 2], [3, -1]] [2, 1] [0, 1]
# --8<-- [end:partial]
