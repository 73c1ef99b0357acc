# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""DistributedSampler has its own drop_last: it makes the ranks equal, by repeating samples or by dropping some."""

from torch.utils.data import DataLoader, DistributedSampler

# --8<-- [start:ranks]
dataset = range(10)
for drop_last in (False, True):
    ranks = [
        DistributedSampler(
            dataset,
            num_replicas=4,
            rank=rank,
            shuffle=False,
            drop_last=drop_last,
        )
        for rank in range(4)
    ]
    print(f"sampler drop_last={drop_last}: {[list(sampler) for sampler in ranks]}")
# > sampler drop_last=False: [[0, 4, 8], [1, 5, 9], [2, 6, 0], [3, 7, 1]]
# > sampler drop_last=True: [[0, 4], [1, 5], [2, 6], [3, 7]]
# --8<-- [end:ranks]

# --8<-- [start:both]
for of_sampler in (False, True):
    for of_loader in (False, True):
        sampler = DistributedSampler(
            dataset, num_replicas=4, rank=0, shuffle=False, drop_last=of_sampler
        )
        loader = DataLoader(
            dataset, batch_size=2, sampler=sampler, drop_last=of_loader
        )
        print(
            f"sampler {of_sampler!s:5} loader {of_loader!s:5}: rank 0 gets {[batch.tolist() for batch in loader]}"
        )
# > sampler False loader False: rank 0 gets [[0, 4], [8]]
# > sampler False loader True : rank 0 gets [[0, 4]]
# > sampler True  loader False: rank 0 gets [[0, 4]]
# > sampler True  loader True : rank 0 gets [[0, 4]]
# --8<-- [end:both]
