# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["data.collate-padding"]
# ///
"""The classic use of collate_fn: pad sequences to the longest of the batch and keep their lengths."""

# --8<-- [start:answer]
import torch
from torch.nn.utils.rnn import pad_sequence


def pad(samples):
    lengths = torch.tensor([len(sample) for sample in samples])
    return pad_sequence(samples, batch_first=True), lengths


# --8<-- [end:answer]

# --8<-- [start:smallest]
from torch.utils.data import DataLoader

sequences = [torch.tensor([1, 2, 3]), torch.tensor([4]), torch.tensor([5, 6])]
loader = DataLoader(sequences, batch_size=3, collate_fn=pad)
for inputs, lengths in loader:
    print(inputs)
    print(f"{lengths=}")
# > tensor([[1, 2, 3],
# >         [4, 0, 0],
# >         [5, 6, 0]])
# > lengths=tensor([3, 1, 2])
# --8<-- [end:smallest]
