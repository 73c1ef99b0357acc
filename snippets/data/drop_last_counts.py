# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""What drop_last drops: the last batch, if it is short."""

# --8<-- [start:answer]
from torch.utils.data import DataLoader

train_set = range(100)
train_loader = DataLoader(train_set, batch_size=32, shuffle=True, drop_last=True)
print(f"{len(train_loader)=}")
# > len(train_loader)=3
# --8<-- [end:answer]

# --8<-- [start:dropped]
import torch

dataset = torch.arange(10)
for drop_last in (False, True):
    loader = DataLoader(dataset, batch_size=4, drop_last=drop_last)
    print(
        f"drop_last={drop_last}: {len(loader)} batches {[batch.tolist() for batch in loader]}"
    )
# > drop_last=False: 3 batches [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]
# > drop_last=True: 2 batches [[0, 1, 2, 3], [4, 5, 6, 7]]
# --8<-- [end:dropped]

# --8<-- [start:how-many]
for samples, batch_size in (
    (1000, 64),
    (1024, 64),
    (1000, 1),
    (1023, 64),
    (50, 64),
):
    dataset = range(samples)
    kept, dropped = divmod(samples, batch_size)
    batches = len(DataLoader(dataset, batch_size=batch_size, drop_last=True))
    print(
        f"{samples:4} samples by {batch_size:2}: {batches:4} batches, {dropped:2} dropped, as computed: {batches == kept}"
    )
# > 1000 samples by 64:   15 batches, 40 dropped, as computed: True
# > 1024 samples by 64:   16 batches,  0 dropped, as computed: True
# > 1000 samples by  1: 1000 batches,  0 dropped, as computed: True
# > 1023 samples by 64:   15 batches, 63 dropped, as computed: True
# >   50 samples by 64:    0 batches, 50 dropped, as computed: True
# --8<-- [end:how-many]
