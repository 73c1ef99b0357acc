# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""What goes wrong with drop_last: no batch at all, and options it does not go with."""

from torch.utils.data import BatchSampler, DataLoader, SequentialSampler

# --8<-- [start:empty]
losses = []
for batch in DataLoader(range(50), batch_size=64, drop_last=True):
    losses.append(batch.float().mean().item())  # never reached
try:
    print(sum(losses) / len(losses))
except ZeroDivisionError as error:
    print(f"{type(error).__name__}: {error}")
# > ZeroDivisionError: division by zero
# --8<-- [end:empty]

# --8<-- [start:guard]
dataset, batch_size = range(50), 64
loader = DataLoader(
    dataset, batch_size=batch_size, drop_last=len(dataset) >= batch_size
)
print(f"{len(loader)} batch of {len(next(iter(loader)))}")
# > 1 batch of 50
# --8<-- [end:guard]

# --8<-- [start:refused]
for options in ({"batch_sampler": [[0, 1], [2]]}, {"batch_size": None}):
    try:
        DataLoader(range(3), drop_last=True, **options)
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")
# > ValueError: batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and drop_last
# > ValueError: batch_size=None option disables auto-batching and is mutually exclusive with drop_last
# --8<-- [end:refused]

# --8<-- [start:instead]
batches = BatchSampler(SequentialSampler(range(3)), batch_size=2, drop_last=True)
print([batch.tolist() for batch in DataLoader(range(3), batch_sampler=batches)])
# > [[0, 1]]
# --8<-- [end:instead]
