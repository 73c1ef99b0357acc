# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.9"]
#
# ///
"""Errors of splitting: lengths that do not add up, a class of one sample."""

from sklearn.model_selection import train_test_split
from torch.utils.data import random_split

# --8<-- [start:lengths]
try:
    random_split(range(442), [350, 90])
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Sum of input lengths does not equal the length of the input dataset!
print([len(part) for part in random_split(range(442), [0.8, 0.2])])
# > [354, 88]
# --8<-- [end:lengths]

# --8<-- [start:stratify]
targets = [0, 0, 0, 0, 1, 1, 1, 1, 2]  # one sample of class 2
try:
    train_test_split(range(9), test_size=3, stratify=targets)
except ValueError as error:
    print(f"{type(error).__name__}: {str(error).split('. ')[0]}.")
# > ValueError: The least populated classes in y have only 1 member, which is too few.
# --8<-- [end:stratify]
