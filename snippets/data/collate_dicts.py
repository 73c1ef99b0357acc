# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Dict samples: pad the field that differs in length, leave the other fields to default_collate."""

import torch
from torch.utils.data import DataLoader

from torchbyexample.padding import pad_collate

# --8<-- [start:dicts]
samples = [
    {"tokens": torch.tensor([7, 6]), "label": 1, "name": "a.txt"},
    {"tokens": torch.tensor([8, 2, 7, 6]), "label": 0, "name": "b.txt"},
]


def collate(samples):
    pairs = []
    for sample in samples:
        rest = {key: value for key, value in sample.items() if key != "tokens"}
        pairs.append((sample["tokens"], rest))
    # default_collate makes a batch of the rest
    tokens, lengths, batch = pad_collate(pairs)
    return {"tokens": tokens, "lengths": lengths, **batch}


batch = next(iter(DataLoader(samples, batch_size=2, collate_fn=collate)))
for key, value in batch.items():
    print(f"{key}: {value}")
# > tokens: tensor([[7, 6, 0, 0],
# >         [8, 2, 7, 6]])
# > lengths: tensor([2, 4])
# > label: tensor([1, 0])
# > name: ['a.txt', 'b.txt']
# --8<-- [end:dicts]
