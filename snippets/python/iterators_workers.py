# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Each iter(loader) starts the workers again."""

# --8<-- [start:workers]
from torch.utils.data import DataLoader


def hello(worker_id):
    print("a worker starts", flush=True)


if __name__ == "__main__":
    loader = DataLoader(range(6), num_workers=1, worker_init_fn=hello)
    for _ in range(3):
        next(iter(loader))
    print("now one iterator")
    batches = iter(loader)
    for _ in range(3):
        next(batches)
    print("now persistent workers")
    kept = DataLoader(
        range(6), num_workers=1, worker_init_fn=hello, persistent_workers=True
    )
    print([next(iter(kept)).item() for _ in range(3)])
# > a worker starts
# > a worker starts
# > a worker starts
# > now one iterator
# > a worker starts
# > now persistent workers
# > a worker starts
# > [0, 0, 0]
# --8<-- [end:workers]

# --8<-- [start:old-next]
if __name__ == "__main__":
    try:
        batches.next()
    except AttributeError as error:
        print(f"AttributeError: {error}")
# > AttributeError: '_MultiProcessingDataLoaderIter' object has no attribute 'next'
# --8<-- [end:old-next]
