# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""With a stream each worker fills its own batches, so each worker drops its own last one."""

# --8<-- [start:stream]
from torch.utils.data import DataLoader, IterableDataset, get_worker_info


class Stream(IterableDataset):
    def __len__(self):
        return 14

    def __iter__(self):
        worker = get_worker_info()
        # every worker its share
        return iter(range(len(self))[worker.id :: worker.num_workers])


if __name__ == "__main__":
    for num_workers in (1, 2):
        for drop_last in (False, True):
            loader = DataLoader(
                Stream(),
                batch_size=4,
                num_workers=num_workers,
                drop_last=drop_last,
            )
            sizes = [len(batch) for batch in loader]
            print(
                f"num_workers={num_workers} drop_last={drop_last}: len(loader)={len(loader)}, sizes {sizes}, lost {len(loader.dataset) - sum(sizes)}"
            )
# > num_workers=1 drop_last=False: len(loader)=4, sizes [4, 4, 4, 2], lost 0
# > num_workers=1 drop_last=True: len(loader)=3, sizes [4, 4, 4], lost 2
# > num_workers=2 drop_last=False: len(loader)=4, sizes [4, 4, 3, 3], lost 0
# > num_workers=2 drop_last=True: len(loader)=3, sizes [4, 4], lost 6
# --8<-- [end:stream]
