# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""An IterableDataset is a stream: no length, no index, and shuffling is its own business."""

import random
from pathlib import Path

from torch.utils.data import DataLoader, IterableDataset


# --8<-- [start:answer]
class Lines(IterableDataset):
    def __init__(self, path):
        self.path = path

    def __iter__(self):
        with open(self.path, encoding="utf-8") as file:
            for line in file:  # one line in memory at a time
                yield line.rstrip()


# --8<-- [end:answer]

# --8<-- [start:stream]
Path("log.txt").write_text(
    "\n".join(f"line {n}" for n in range(5)), encoding="utf-8"
)

for batch in DataLoader(Lines("log.txt"), batch_size=2):
    print(batch)
# > ['line 0', 'line 1']
# > ['line 2', 'line 3']
# > ['line 4']
# --8<-- [end:stream]

# --8<-- [start:no-length]
try:
    len(Lines("log.txt"))
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: object of type 'Lines' has no len()
try:
    Lines("log.txt")[0]
except NotImplementedError as error:
    print(f"{type(error).__name__}: {error}")
# > NotImplementedError: Subclasses of Dataset should implement __getitem__.
# --8<-- [end:no-length]

# --8<-- [start:shuffle]
try:
    DataLoader(Lines("log.txt"), shuffle=True)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: DataLoader with IterableDataset: expected unspecified shuffle option, but got shuffle=True
# --8<-- [end:shuffle]


# --8<-- [start:buffer]
class Shuffled(IterableDataset):
    """Holds `size` samples and hands out a random one of them each time."""

    def __init__(self, stream, size):
        self.stream, self.size = stream, size

    def __iter__(self):
        buffer = []
        for sample in self.stream:
            buffer.append(sample)
            if len(buffer) == self.size:
                yield buffer.pop(random.randrange(self.size))
        random.shuffle(buffer)
        yield from buffer


random.seed(0)
loader = DataLoader(Shuffled(Lines("log.txt"), size=3))
for epoch in range(2):
    print(f"epoch {epoch}:", [batch[0] for batch in loader])
# > epoch 0: ['line 1', 'line 2', 'line 0', 'line 3', 'line 4']
# > epoch 1: ['line 2', 'line 1', 'line 3', 'line 0', 'line 4']
# --8<-- [end:buffer]
