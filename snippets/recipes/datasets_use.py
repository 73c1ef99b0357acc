# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The table dataset of the recipe, from a file to a batch."""

# --8<-- [start:answer]
from pathlib import Path

from torch.utils.data import DataLoader

from torchbyexample.datasets import TableDataset

Path("pets.csv").write_text("weight,age,pet\n4,2,cat\n9,3,dog\n5,7,cat\n")
dataset = TableDataset("pets.csv", target="pet")
inputs, targets = next(iter(DataLoader(dataset, batch_size=3)))
print(inputs.tolist(), targets.tolist(), dataset.classes)
# > [[4.0, 2.0], [9.0, 3.0], [5.0, 7.0]] [0, 1, 0] ['cat', 'dog']
# --8<-- [end:answer]
