# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["data.collate-uses-loader-options", "data.collate-batch-size-2"]
# ///
"""collate_fn gets one argument, the list of samples, and knows nothing of the loader's options."""

from torch.utils.data import DataLoader


# --8<-- [start:arguments]
def collate(*args, **kwargs):
    print(f"{args=} {kwargs=}")


loader = DataLoader(
    [1, 2, 3, 4, 5],
    batch_size=2,
    shuffle=False,
    drop_last=True,
    collate_fn=collate,
)
list(loader)
# > args=([1, 2],) kwargs={}
# > args=([3, 4],) kwargs={}
# --8<-- [end:arguments]


# --8<-- [start:how-many]
def count(samples):
    print(f"{len(samples)} samples: {samples}")


list(DataLoader([1, 2, 3], batch_size=2, collate_fn=count))
# > 2 samples: [1, 2]
# > 1 samples: [3]
# --8<-- [end:how-many]


# --8<-- [start:no-batches]
def one(sample):
    print(f"no list: {sample}")


list(DataLoader([1, 2], batch_size=None, collate_fn=one))
# > no list: 1
# > no list: 2
# --8<-- [end:no-batches]
