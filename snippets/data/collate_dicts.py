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
    tokens = [sample["tokens"] for sample in samples]
    rest = [{key: value for key, value in sample.items() if key != "tokens"} for sample in samples]
    padded, lengths, batch = pad_collate(list(zip(tokens, rest, strict=True)))  # rest: default_collate makes its dict
    return {"tokens": padded, "lengths": lengths, **batch}


for key, value in next(iter(DataLoader(samples, batch_size=2, collate_fn=collate))).items():
    print(f"{key}: {value}")
# > tokens: tensor([[7, 6, 0, 0],
# >         [8, 2, 7, 6]])
# > lengths: tensor([2, 4])
# > label: tensor([1, 0])
# > name: ['a.txt', 'b.txt']
# --8<-- [end:dicts]
