# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
#
# [tool.tbe]
# claims = ["mis.numpy-worker-seeds"]
# ///
"""Random numbers in workers: the global generators are seeded for you, a generator of your own is copied."""

import random

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset, get_worker_info


# --8<-- [start:copied]
class Noise(Dataset):
    def __init__(self):
        self.rng = np.random.default_rng(0)

    def __len__(self):
        return 2

    def __getitem__(self, index):
        return {
            "torch": torch.randint(1000, ()).item(),
            "random": random.randrange(1000),
            "np.random": np.random.randint(1000),
            "own": int(self.rng.integers(1000)),
        }


def show(loader):
    for epoch in range(2):
        batches = list(loader)  # batch 0 from worker 0, batch 1 from worker 1
        drawn = {
            name: [batch[name].item() for batch in batches] for name in batches[0]
        }
        print(f"epoch {epoch}: {drawn}")


if __name__ == "__main__":
    torch.manual_seed(0)
    show(DataLoader(Noise(), num_workers=2))
# > epoch 0: {'torch': [906, 724], 'random': [218, 791], 'np.random': [522, 234], 'own': [850, 850]}
# > epoch 1: {'torch': [226, 932], 'random': [775, 939], 'np.random': [68, 142], 'own': [850, 850]}
# --8<-- [end:copied]


# --8<-- [start:seeded]
def own_generator(_worker_id):
    worker = get_worker_info()
    worker.dataset.rng = np.random.default_rng(worker.seed)


if __name__ == "__main__":
    torch.manual_seed(0)
    show(DataLoader(Noise(), num_workers=2, worker_init_fn=own_generator))
# > epoch 0: {'torch': [906, 724], 'random': [218, 791], 'np.random': [522, 234], 'own': [525, 242]}
# > epoch 1: {'torch': [226, 932], 'random': [775, 939], 'np.random': [68, 142], 'own': [459, 738]}
# --8<-- [end:seeded]
