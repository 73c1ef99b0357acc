# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The dimension that softmax guesses depends on how many there are."""

import warnings

import torch
from torch.nn import functional as F

# --8<-- [start:guess]
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the warning is shown elsewhere
    for shape in [(3,), (2, 3), (2, 4, 3)]:
        guessed = F.softmax(torch.rand(shape))
        sums = [
            dim
            for dim in range(len(shape))
            if torch.allclose(guessed.sum(dim), torch.tensor(1.0))
        ]
        print(f"{shape}: sums to 1 along dim {sums}")
# > (3,): sums to 1 along dim [0]
# > (2, 3): sums to 1 along dim [1]
# > (2, 4, 3): sums to 1 along dim [0]
# --8<-- [end:guess]
