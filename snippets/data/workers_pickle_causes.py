# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.spawn-lambda"]
# ///
"""What cannot be sent to a worker that is not forked, the name that the message gives it, and the same at the top level of the file."""

import re
from functools import partial
from pickle import PicklingError, dumps

from torch.utils.data import Dataset


# --8<-- [start:causes]
class Scaled(Dataset):
    def __init__(self, factor):
        self.transform = lambda number: factor * number

    def __getitem__(self, index):
        return self.transform(index)


def main(count):
    class Numbers(Dataset):
        def __getitem__(self, index):
            return index

    def collate(batch):
        return batch[:count]

    return Scaled(2), Numbers(), collate


for thing in main(3):
    try:
        dumps(thing)
    except (AttributeError, PicklingError) as error:  # its words vary
        print(re.search(r"[\w.]+<locals>[\w.<>]+", str(error))[0])
# > Scaled.__init__.<locals>.<lambda>
# > main.<locals>.Numbers
# > main.<locals>.collate
# --8<-- [end:causes]


# --8<-- [start:mended]
def scale(number, factor):
    return factor * number


class ScaledBy(Dataset):
    def __init__(self, factor):
        self.transform = partial(scale, factor=factor)


class Numbers(Dataset):
    def __getitem__(self, index):
        return index


def collate(batch, count):
    return batch[:count]


for thing in ScaledBy(2), Numbers(), partial(collate, count=3):
    print(f"{type(thing).__name__}: {len(dumps(thing)) > 0}")
# > ScaledBy: True
# > Numbers: True
# > partial: True
# --8<-- [end:mended]
