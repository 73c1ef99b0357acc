# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Targets that cannot be one tensor stay a list; samples that could not be read are left out."""

import torch
from torch.utils.data import DataLoader

# --8<-- [start:lists]
samples = [
    (torch.zeros(3, 8, 8), {"boxes": torch.zeros(2, 4)}),
    (torch.zeros(3, 8, 8), {"boxes": torch.zeros(5, 4)}),
    None,  # this one could not be read
]


def collate(samples):
    samples = [sample for sample in samples if sample is not None]
    images, targets = zip(*samples, strict=True)
    return torch.stack(images), list(targets)


[(images, targets)] = DataLoader(samples, batch_size=3, collate_fn=collate)
print(list(images.shape), [list(target["boxes"].shape) for target in targets])
# > [2, 3, 8, 8] [[2, 4], [5, 4]]
# --8<-- [end:lists]
