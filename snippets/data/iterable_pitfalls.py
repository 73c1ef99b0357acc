# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "tqdm>=4.60"]
# ///
"""Streams that end too early or too late: a stored iterator, an endless stream, a wrong length."""

import pickle
import warnings
from itertools import count, islice

from torch.utils.data import DataLoader, IterableDataset
from tqdm import tqdm


# --8<-- [start:used-up]
class Once(IterableDataset):
    def __init__(self):
        self.lines = iter(range(6))  # made once: it is used up after one epoch

    def __iter__(self):
        return self.lines


class Again(IterableDataset):
    def __iter__(self):
        return iter(range(6))  # made anew in each epoch


for kind in (Once, Again):
    loader = DataLoader(kind(), batch_size=3)
    print(
        f"{kind.__name__}: batches per epoch {[len(list(loader)) for _ in range(3)]}"
    )
# > Once: batches per epoch [2, 0, 0]
# > Again: batches per epoch [2, 2, 2]
# --8<-- [end:used-up]


# --8<-- [start:generator]
class KeepsGenerator(IterableDataset):
    def __init__(self):
        self.lines = (line for line in ("a", "b"))

    def __iter__(self):
        return self.lines


try:
    pickle.dumps(KeepsGenerator())  # what spawn does with a dataset
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: cannot pickle 'generator' object
# --8<-- [end:generator]


# --8<-- [start:endless]
class Endless(IterableDataset):
    def __iter__(self):
        return count()  # 0, 1, 2, ... without end


loader = DataLoader(Endless(), batch_size=4)
for epoch in range(2):
    print(f"epoch {epoch}: {[batch.tolist() for batch in islice(loader, 2)]}")
# > epoch 0: [[0, 1, 2, 3], [4, 5, 6, 7]]
# > epoch 1: [[0, 1, 2, 3], [4, 5, 6, 7]]
batches = iter(loader)  # one iterator for all epochs: it goes on
for epoch in range(2):
    print(f"epoch {epoch}: {[batch.tolist() for batch in islice(batches, 2)]}")
# > epoch 0: [[0, 1, 2, 3], [4, 5, 6, 7]]
# > epoch 1: [[8, 9, 10, 11], [12, 13, 14, 15]]
# --8<-- [end:endless]


# --8<-- [start:length]
class Counted(Again):
    def __len__(self):
        return 4  # there are 6


for batch_size, asked in ((2, True), (1, True), (1, False)):
    loader = DataLoader(Counted(), batch_size=batch_size)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        length = len(loader) if asked else "not asked for"
        came = sum(1 for _ in loader)
    print(f"{batch_size=}: length {length}, batches that came: {came}")
    for warning in caught[:1]:
        message = str(warning.message).replace(repr(loader.dataset), "Counted")
        print(message.partition(". ")[0])
# > batch_size=2: length 2, batches that came: 3
# > batch_size=1: length 4, batches that came: 6
# > Length of IterableDataset Counted was reported to be 4(when accessing len(dataloader)), but 5 samples have been fetched
# > batch_size=1: length not asked for, batches that came: 6
# --8<-- [end:length]

# --8<-- [start:tqdm]
bar = tqdm(DataLoader(Again()), disable=True)  # disable: draw nothing
print(f"{bar.total=}")
# > bar.total=None
# --8<-- [end:tqdm]
