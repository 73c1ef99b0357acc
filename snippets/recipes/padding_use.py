# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The padding recipe as collate_fn of a DataLoader."""

# --8<-- [start:answer]
from torch.utils.data import DataLoader

from torchbyexample.padding import pad_collate, padding_mask

dataset = [([1, 2, 3], 0), ([4], 1)]  # (sequence, target)
loader = DataLoader(dataset, batch_size=2, collate_fn=pad_collate)
for inputs, lengths, targets in loader:
    print(inputs.tolist(), lengths.tolist(), targets.tolist())
    print(padding_mask(lengths).tolist())
# > [[1, 2, 3], [4, 0, 0]] [3, 1] [0, 1]
# > [[True, True, True], [True, False, False]]
# --8<-- [end:answer]
