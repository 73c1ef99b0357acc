# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A forked worker changes its own copy of the dataset, so the drift hides."""

# --8<-- [start:workers]
import torch
from torch.utils.data import DataLoader


class Centered:
    def __init__(self, data):
        self.data = data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        sample = self.data[index]
        sample -= 10
        return sample


if __name__ == "__main__":
    for persistent in (False, True):
        loader = DataLoader(
            Centered(torch.tensor([11.0, 12.0])),
            batch_size=2,
            num_workers=1,
            multiprocessing_context="fork",  # Linux and macOS
            persistent_workers=persistent,
        )
        print([batch.tolist() for epoch in range(2) for batch in loader])
# > [[1.0, 2.0], [1.0, 2.0]]
# > [[1.0, 2.0], [-9.0, -8.0]]
# --8<-- [end:workers]
