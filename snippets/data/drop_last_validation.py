# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# ///
"""drop_last in validation: samples vanish from the metric, here most of a class."""

import torch
from sklearn.datasets import load_iris
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:validation]
# 150 flowers, sorted by species
features, species = (torch.as_tensor(array) for array in load_iris(return_X_y=True))
# (species, features): the whole model
centres = torch.stack([features[species == kind].mean(0) for kind in range(3)])
dataset = TensorDataset(features, species)

for drop_last in (False, True):
    correct, seen = 0, torch.zeros(3, dtype=torch.long)
    for inputs, labels in DataLoader(dataset, batch_size=64, drop_last=drop_last):
        predicted = torch.cdist(inputs, centres).argmin(1)  # the nearest centre
        correct += (predicted == labels).sum().item()
        seen += torch.bincount(labels, minlength=3)
    print(
        f"drop_last={drop_last}: seen by species {seen.tolist()}, accuracy {correct}/{seen.sum()} = {correct / seen.sum():.4f}"
    )
# > drop_last=False: seen by species [50, 50, 50], accuracy 139/150 = 0.9267
# > drop_last=True: seen by species [50, 50, 28], accuracy 118/128 = 0.9219
# --8<-- [end:validation]
