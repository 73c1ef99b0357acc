# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Used-up parameters, the first batch of a loader, endless loaders, streams."""

# --8<-- [start:answer]
import torch
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)
inputs, targets = torch.rand(6, 2), torch.arange(6)
loader = DataLoader(TensorDataset(inputs, targets), batch_size=2)

inputs, targets = next(iter(loader))
print(inputs.shape, targets)
# > torch.Size([2, 2]) tensor([0, 1])
# --8<-- [end:answer]

# --8<-- [start:again]
for step in range(3):
    inputs, targets = next(iter(loader))
    print(targets)
# > tensor([0, 1])
# > tensor([0, 1])
# > tensor([0, 1])

batches = iter(loader)
for step in range(3):
    inputs, targets = next(batches)
    print(targets)
# > tensor([0, 1])
# > tensor([2, 3])
# > tensor([4, 5])
# --8<-- [end:again]

# --8<-- [start:stop]
try:
    next(batches)
except StopIteration:
    print("StopIteration")
# > StopIteration
# --8<-- [end:stop]

# --8<-- [start:old-next]
for wrong in (
    lambda: iter(loader).next(),
    lambda: next(loader),
    lambda: loader[0],
):
    try:
        wrong()
    except (AttributeError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
# > AttributeError: '_SingleProcessDataLoaderIter' object has no attribute 'next'
# > TypeError: 'DataLoader' object is not an iterator
# > TypeError: 'DataLoader' object is not subscriptable
# --8<-- [end:old-next]

# --8<-- [start:endless]
from itertools import cycle, islice


def endless(loader):
    while True:
        yield from loader


torch.manual_seed(0)
shuffled = DataLoader(torch.arange(4), batch_size=4, shuffle=True)
for batch in islice(endless(shuffled), 3):
    print("endless", batch.tolist())
# > endless [2, 1, 3, 0]
# > endless [0, 1, 3, 2]
# > endless [1, 0, 3, 2]
for batch in islice(cycle(shuffled), 3):
    print("cycle  ", batch.tolist())
# > cycle   [3, 0, 2, 1]
# > cycle   [3, 0, 2, 1]
# > cycle   [3, 0, 2, 1]
# --8<-- [end:endless]

# --8<-- [start:stream]
from torch.utils.data import IterableDataset


class Lines(IterableDataset):
    def __init__(self, path):
        self.path = path

    def __iter__(self):
        with open(self.path) as file:
            for line in file:
                yield float(line)


with open("numbers.txt", "w") as file:
    file.write("0.5\n1.5\n2.5\n")
for epoch in range(2):
    print([batch.tolist() for batch in DataLoader(Lines("numbers.txt"), 2)])
# > [[0.5, 1.5], [2.5]]
# > [[0.5, 1.5], [2.5]]
# --8<-- [end:stream]


# --8<-- [start:stream-used-up]
class Once(IterableDataset):
    def __init__(self, numbers):
        self.numbers = numbers

    def __iter__(self):
        return iter(self.numbers)


for numbers in ([1, 2, 3], (number for number in [1, 2, 3])):
    loader = DataLoader(Once(numbers), batch_size=2)
    print([len(list(loader)) for epoch in range(2)])
# > [2, 2]
# > [2, 0]
# --8<-- [end:stream-used-up]
