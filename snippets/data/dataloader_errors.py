# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.sampler-and-shuffle", "err.iterable-shuffle", "err.prefetch-no-workers", "err.batch-size-zero", "err.empty-dataset"]
# ///
"""Combinations that DataLoader refuses, and the words in which it refuses."""

import torch
from torch.utils.data import DataLoader, IterableDataset, RandomSampler

dataset = range(6)


# --8<-- [start:order]
def refused(dataset, **options):
    try:
        DataLoader(dataset, **options)
        print(f"accepted: {', '.join(options)}")
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")


refused(dataset, sampler=RandomSampler(dataset), shuffle=True)
# > ValueError: sampler option is mutually exclusive with shuffle
refused(dataset, batch_sampler=[[0, 1], [2]], batch_size=2)
# > ValueError: batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and drop_last
refused(dataset, batch_size=None, drop_last=True)
# > ValueError: batch_size=None option disables auto-batching and is mutually exclusive with drop_last
# --8<-- [end:order]


# --8<-- [start:stream]
class Stream(IterableDataset):
    def __iter__(self):
        return iter(range(6))


refused(Stream(), shuffle=True)
# > ValueError: DataLoader with IterableDataset: expected unspecified shuffle option, but got shuffle=True
refused(Stream(), sampler=[0, 1])
# > ValueError: DataLoader with IterableDataset: expected unspecified sampler option, but got sampler=[0, 1]
refused(Stream(), batch_sampler=[[0, 1]])
# > ValueError: DataLoader with IterableDataset: expected unspecified batch_sampler option, but got batch_sampler=[[0, 1]]
refused(Stream(), batch_size=2)
# > accepted: batch_size
# --8<-- [end:stream]

# --8<-- [start:workers]
refused(dataset, prefetch_factor=2)
# > ValueError: prefetch_factor option could only be specified in multiprocessing.let num_workers > 0 to enable multiprocessing, otherwise set prefetch_factor to None.
refused(dataset, persistent_workers=True)
# > ValueError: persistent_workers option needs num_workers > 0
refused(dataset, multiprocessing_context="spawn")
# > ValueError: multiprocessing_context can only be used with multi-process loading (num_workers > 0), but got num_workers=0
refused(dataset, in_order=False)  # nothing to overtake, nobody tells you
# > accepted: in_order
refused(dataset, worker_init_fn=print)  # nobody calls it, nobody tells you
# > accepted: worker_init_fn
try:
    next(iter(DataLoader(dataset, timeout=5)))
except AssertionError as error:
    print(f"{type(error).__name__}: {error}")
# > AssertionError: _SingleProcessDataLoaderIter requires timeout == 0
# --8<-- [end:workers]

# --8<-- [start:sizes]
refused(dataset, batch_size=0)
# > ValueError: batch_size should be a positive integer value, but got batch_size=0
refused([], shuffle=True)
# > ValueError: num_samples should be a positive integer value, but got num_samples=0
print(f"batches without shuffle: {list(DataLoader([]))}")
# > batches without shuffle: []
# --8<-- [end:sizes]

# --8<-- [start:later]
loader = DataLoader(torch.arange(6), batch_size=2)
try:
    loader.batch_size = 3
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: batch_size attribute should not be set after DataLoader is initialized

loader = DataLoader(loader.dataset, batch_size=3)
print([batch.tolist() for batch in loader])
# > [[0, 1, 2], [3, 4, 5]]
# --8<-- [end:later]
