# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The number of workers changes the random numbers, not the order."""

import torch
from torch.utils.data import DataLoader, Dataset


# --8<-- [start:workers]
class Noisy(Dataset):
    def __len__(self):
        return 4

    def __getitem__(self, index):
        return index, torch.randint(1000, ()).item()  # an augmentation


def draw(num_workers):
    generator = torch.Generator().manual_seed(1)
    torch.manual_seed(0)
    loader = DataLoader(
        Noisy(), shuffle=True, num_workers=num_workers, generator=generator
    )
    batches = list(loader)
    order = [index.item() for index, _ in batches]
    return f"order {order}, noise {[noise.item() for _, noise in batches]}"


if __name__ == "__main__":
    for num_workers in (0, 0, 1, 2, 2):
        print(f"{num_workers} workers: {draw(num_workers)}")
# > 0 workers: order [0, 3, 1, 2], noise [44, 239, 933, 760]
# > 0 workers: order [0, 3, 1, 2], noise [44, 239, 933, 760]
# > 1 workers: order [0, 3, 1, 2], noise [646, 562, 890, 124]
# > 2 workers: order [0, 3, 1, 2], noise [646, 63, 562, 841]
# > 2 workers: order [0, 3, 1, 2], noise [646, 63, 562, 841]
# --8<-- [end:workers]


# --8<-- [start:by-index]
class NoisyByIndex(Noisy):
    def __init__(self, seed):
        self.seed, self.epoch = seed, 0

    def __getitem__(self, index):
        number = self.seed + self.epoch * len(self) + index  # no two are equal
        own = torch.Generator().manual_seed(number)
        return index, torch.randint(1000, (), generator=own).item()


if __name__ == "__main__":
    dataset = NoisyByIndex(seed=0)
    for epoch, num_workers in [(0, 0), (0, 2), (1, 0), (1, 2)]:
        dataset.epoch = epoch  # before the workers start
        loader = DataLoader(dataset, num_workers=num_workers)
        noise = [noise.item() for _, noise in loader]
        print(f"epoch {epoch}, {num_workers} workers: noise {noise}")
# > epoch 0, 0 workers: noise [44, 845, 848, 986]
# > epoch 0, 2 workers: noise [44, 845, 848, 986]
# > epoch 1, 0 workers: noise [530, 411, 130, 615]
# > epoch 1, 2 workers: noise [530, 411, 130, 615]
# --8<-- [end:by-index]
