# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""persistent_workers keeps the processes from one epoch to the next, and with them their copy of the dataset."""

import os

from torch.utils.data import DataLoader, Dataset


# --8<-- [start:persistent]
class Augmented(Dataset):
    strength = 1

    def __len__(self):
        return 4

    def __getitem__(self, index):
        return os.getpid(), self.strength


if __name__ == "__main__":
    for persistent_workers in (False, True):
        dataset = Augmented()
        loader = DataLoader(
            dataset, num_workers=2, persistent_workers=persistent_workers
        )
        first = {pid.item() for pid, _ in loader}
        dataset.strength = 5  # after the first epoch, in the main process
        second, strengths = zip(
            *((pid.item(), strength.item()) for pid, strength in loader),
            strict=True,
        )
        print(f"{persistent_workers=}")
        print(f"  same processes in the second epoch: {first == set(second)}")
        print(f"  strength in the second epoch: {strengths}")
# > persistent_workers=False
# >   same processes in the second epoch: False
# >   strength in the second epoch: (5, 5, 5, 5)
# > persistent_workers=True
# >   same processes in the second epoch: True
# >   strength in the second epoch: (1, 1, 1, 1)
# --8<-- [end:persistent]
