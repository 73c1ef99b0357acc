# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "numpy"]
# ///
"""Messages of the splitters."""

import numpy as np
import torch
from sklearn.model_selection import KFold, StratifiedKFold
from torch.utils.data import DataLoader, Subset, TensorDataset

x = np.zeros((10, 2))


# --8<-- [start:errors]
def attempt(splitter, y):
    try:
        next(splitter.split(x, y))
    except ValueError as error:
        print(error)


attempt(StratifiedKFold(5), np.array([0] * 7 + [1] * 3))
# ! UserWarning: The least populated class in y has only 3 members, which is less than n_splits=5.
attempt(StratifiedKFold(5), np.array([0] * 3 + [1] * 3 + [2] * 4))
# > n_splits=5 cannot be greater than the number of members in each class.
attempt(StratifiedKFold(5), np.linspace(0, 1, 10))
# > Supported target types are: ('binary', 'multiclass'). Got 'continuous' instead.
attempt(KFold(20), None)
# > Cannot have number of splits n_splits=20 greater than the number of samples: n_samples=10.
try:
    KFold(5, random_state=0)
except ValueError as error:
    print(error)
# > Setting a random_state has no effect since shuffle is False. You should leave random_state to its default (None), or set shuffle=True.
# --8<-- [end:errors]

# --8<-- [start:subset]
dataset = TensorDataset(torch.arange(10.0), torch.arange(10))
for train, val in KFold(5, shuffle=True, random_state=0).split(range(len(dataset))):
    loader = DataLoader(Subset(dataset, train.tolist()), batch_size=4, shuffle=True)
    print(len(loader.dataset), [dataset[i][1].item() for i in val.tolist()])
# > 8 [2, 8]
# > 8 [4, 9]
# > 8 [1, 6]
# > 8 [3, 7]
# > 8 [0, 5]
# --8<-- [end:subset]
