# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
#
# [tool.tbe]
# timeout = 120
# ///
"""Workers in a script: the guard, a seeded order, and a generator of their own; two runs give the same batches."""

# --8<-- [start:class]
import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset, get_worker_info


class Noisy(Dataset):
    def __init__(self):
        self.rng = np.random.default_rng(0)  # replaced in each worker

    def __len__(self):
        return 6

    def __getitem__(self, index):
        return index, int(self.rng.integers(100))


# --8<-- [end:class]


# --8<-- [start:answer]
def own_generator(_worker_id):  # runs in each worker when it starts
    worker = get_worker_info()
    worker.dataset.rng = np.random.default_rng(worker.seed)


def make_loader(seed):
    return DataLoader(
        Noisy(),
        batch_size=2,
        shuffle=True,
        num_workers=2,
        worker_init_fn=own_generator,
        generator=torch.Generator().manual_seed(seed),  # order and worker seeds
    )


if __name__ == "__main__":  # a worker may import this file
    loader = make_loader(seed=0)
# --8<-- [end:answer]

# --8<-- [start:twice]
if __name__ == "__main__":
    for seed in (0, 0, 1):
        torch.rand(1)  # other code draws random numbers, too
        loader = make_loader(seed)
        for epoch in range(2):
            drawn = [
                list(zip(index.tolist(), noise.tolist(), strict=True))
                for index, noise in loader
            ]
            print(f"{seed=} {epoch=}: {drawn}")
# > seed=0 epoch=0: [[(5, 52), (1, 77)], [(0, 24), (3, 65)], [(2, 52), (4, 64)]]
# > seed=0 epoch=1: [[(4, 77), (2, 19)], [(1, 89), (3, 82)], [(0, 56), (5, 81)]]
# > seed=0 epoch=0: [[(5, 52), (1, 77)], [(0, 24), (3, 65)], [(2, 52), (4, 64)]]
# > seed=0 epoch=1: [[(4, 77), (2, 19)], [(1, 89), (3, 82)], [(0, 56), (5, 81)]]
# > seed=1 epoch=0: [[(0, 17), (4, 19)], [(5, 20), (1, 77)], [(2, 99), (3, 89)]]
# > seed=1 epoch=1: [[(1, 30), (0, 28)], [(4, 97), (3, 77)], [(2, 3), (5, 53)]]
# --8<-- [end:twice]
