# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""What comes out: batch_size, collate_fn and drop_last on one dataset."""

import torch
from torch.utils.data import DataLoader

# --8<-- [start:batches]
dataset = torch.arange(10).reshape(5, 2)  # five samples of two numbers


def as_list(samples):
    return [sample.tolist() for sample in samples]


for options in (
    {},
    {"batch_size": 2},
    {"batch_size": None},
    {"batch_size": 2, "drop_last": True},
    {"batch_size": 2, "collate_fn": as_list},
):
    batches = list(DataLoader(dataset, **options))
    names = ", ".join(
        f"{name}={getattr(value, '__name__', value)}"
        for name, value in options.items()
    )
    shown = [
        tuple(batch.shape) if torch.is_tensor(batch) else batch for batch in batches
    ]
    print(f"{names or 'defaults'}: {shown}")
# > defaults: [(1, 2), (1, 2), (1, 2), (1, 2), (1, 2)]
# > batch_size=2: [(2, 2), (2, 2), (1, 2)]
# > batch_size=None: [(2,), (2,), (2,), (2,), (2,)]
# > batch_size=2, drop_last=True: [(2, 2), (2, 2)]
# > batch_size=2, collate_fn=as_list: [[[0, 1], [2, 3]], [[4, 5], [6, 7]], [[8, 9]]]
# --8<-- [end:batches]
