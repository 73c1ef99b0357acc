# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""persistent_workers keeps the workers, and what their dataset has collected, from one epoch to the next."""

# --8<-- [start:persistent]
from torch.utils.data import DataLoader, Dataset


class Counting(Dataset):
    reads = 0

    def __len__(self):
        return 3

    def __getitem__(self, index):
        self.reads += 1
        return self.reads


if __name__ == "__main__":
    for persistent in (False, True):
        dataset = Counting()
        loader = DataLoader(
            dataset, batch_size=3, num_workers=1, persistent_workers=persistent
        )
        epochs = [batch.tolist() for _ in range(2) for batch in loader]
        print(
            f"persistent_workers={persistent}: {epochs}, in the main process {dataset.reads}"
        )
# > persistent_workers=False: [[1, 2, 3], [1, 2, 3]], in the main process 0
# > persistent_workers=True: [[1, 2, 3], [4, 5, 6]], in the main process 0
# --8<-- [end:persistent]
