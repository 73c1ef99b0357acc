# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""One batch to look at: next(iter(loader)) begins an epoch anew each time."""

# --8<-- [start:one]
import torch
from torch.utils.data import DataLoader

loader = DataLoader(torch.arange(10), batch_size=4)
batch = next(iter(loader))  # one batch, to look at
print(batch.shape, batch.dtype)
# > torch.Size([4]) torch.int64

for step, batch in enumerate(loader):  # an epoch, with a number for each batch
    print(f"step {step} of {len(loader)}: {batch.tolist()}")
# > step 0 of 3: [0, 1, 2, 3]
# > step 1 of 3: [4, 5, 6, 7]
# > step 2 of 3: [8, 9]
# --8<-- [end:one]

# --8<-- [start:anew]
print("anew each time:", [next(iter(loader)).tolist() for _ in range(3)])
# > anew each time: [[0, 1, 2, 3], [0, 1, 2, 3], [0, 1, 2, 3]]
batches = iter(loader)  # one iterator, kept
print("kept:          ", [next(batches).tolist() for _ in range(3)])
# > kept:           [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]
try:
    next(batches)
except StopIteration:
    print("StopIteration: the epoch is over")
# > StopIteration: the epoch is over
# --8<-- [end:anew]
