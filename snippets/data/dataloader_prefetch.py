# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""prefetch_factor is how many batches each worker has been given ahead of you."""

# --8<-- [start:prefetch]
from torch.utils.data import DataLoader, Sampler

handed_out = []


class Watched(Sampler):
    def __iter__(self):
        for index in range(20):
            handed_out.append(index)
            yield index


if __name__ == "__main__":
    for factor in (None, 1, 4):
        handed_out.clear()
        loader = DataLoader(
            range(20), sampler=Watched(), num_workers=2, prefetch_factor=factor
        )
        batches = iter(loader)
        ahead = len(handed_out)
        next(batches)
        print(
            f"prefetch_factor={factor}: {ahead} batches handed out before the first next(), {len(handed_out)} after it"
        )
# > prefetch_factor=None: 4 batches handed out before the first next(), 5 after it
# > prefetch_factor=1: 2 batches handed out before the first next(), 3 after it
# > prefetch_factor=4: 8 batches handed out before the first next(), 9 after it
# --8<-- [end:prefetch]
