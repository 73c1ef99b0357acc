# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""An IterableDataset in two workers yields every sample twice, until each worker takes its own share."""

from itertools import islice

from torch.utils.data import DataLoader, IterableDataset, get_worker_info


# --8<-- [start:twice]
class Stream(IterableDataset):
    def __iter__(self):
        return iter(range(8))  # a file read line by line, say


def show(dataset, num_workers):
    loader = DataLoader(dataset, batch_size=3, num_workers=num_workers)
    print(
        f"{type(dataset).__name__}, {num_workers=}: {[batch.tolist() for batch in loader]}"
    )


if __name__ == "__main__":
    show(Stream(), num_workers=0)
    show(Stream(), num_workers=2)
# > Stream, num_workers=0: [[0, 1, 2], [3, 4, 5], [6, 7]]
# > Stream, num_workers=2: [[0, 1, 2], [0, 1, 2], [3, 4, 5], [3, 4, 5], [6, 7], [6, 7]]
# --8<-- [end:twice]


# --8<-- [start:share]
class Shared(Stream):
    def __iter__(self):
        worker = get_worker_info()
        if worker is None:  # num_workers=0: the main process reads all
            return super().__iter__()
        return islice(super().__iter__(), worker.id, None, worker.num_workers)


if __name__ == "__main__":
    show(Shared(), num_workers=0)
    show(Shared(), num_workers=2)
# > Shared, num_workers=0: [[0, 1, 2], [3, 4, 5], [6, 7]]
# > Shared, num_workers=2: [[0, 2, 4], [1, 3, 5], [6], [7]]
# --8<-- [end:share]
