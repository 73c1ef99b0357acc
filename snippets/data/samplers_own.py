# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""A sampler of your own: __iter__ yields indices, __len__ counts them; a batch sampler yields lists."""

import torch
from torch.utils.data import DataLoader, Sampler


# --8<-- [start:own]
class EveryClassInTurn(Sampler[int]):
    """One sample of each class after the other, until the smallest class ends."""

    def __init__(self, targets, generator=None):
        self.targets = torch.as_tensor(targets)
        self.generator = generator

    def __len__(self):
        counts = self.targets.bincount()
        return len(counts) * counts.min().item()

    def __iter__(self):
        columns = []
        for label in range(self.targets.max().item() + 1):
            (places,) = (self.targets == label).nonzero(as_tuple=True)
            order = torch.randperm(len(places), generator=self.generator)
            columns.append(places[order].tolist())
        for row in zip(*columns, strict=False):
            yield from row


targets = [0, 0, 0, 0, 0, 1, 1, 2, 2, 2]
sampler = EveryClassInTurn(targets, torch.Generator().manual_seed(0))
for epoch in range(2):
    indices = list(sampler)
    print(f"epoch {epoch}: {indices} classes {[targets[i] for i in indices]}")
# > epoch 0: [4, 6, 7, 0, 5, 9] classes [0, 1, 2, 0, 1, 2]
# > epoch 1: [3, 5, 7, 2, 6, 9] classes [0, 1, 2, 0, 1, 2]
print(f"{len(sampler)=}")
# > len(sampler)=6
# --8<-- [end:own]


# --8<-- [start:by-length]
class ByLength(Sampler[list[int]]):
    """Batches of similar length: a little noise, sort, cut, shuffle the batches."""

    def __init__(self, lengths, batch_size, noise=6.0):
        self.lengths = torch.as_tensor(lengths, dtype=torch.float32)
        self.batch_size, self.noise = batch_size, noise

    def __len__(self):
        return -(-len(self.lengths) // self.batch_size)  # rounded up

    def __iter__(self):
        noisy = self.lengths + self.noise * torch.rand(len(self.lengths))
        batches = noisy.argsort().split(self.batch_size)
        for position in torch.randperm(len(batches)).tolist():
            yield batches[position].tolist()


torch.manual_seed(0)
lengths = torch.randint(1, 41, (60,)).tolist()


def cells(batches):
    return sum(len(batch) * max(lengths[i] for i in batch) for batch in batches)


at_random = list(torch.randperm(60).split(8))
print(f"real {sum(lengths)}, at random {cells([b.tolist() for b in at_random])}")
# > real 1184, at random 2180
loader = DataLoader(lengths, batch_sampler=ByLength(lengths, batch_size=8))
print(f"by length {cells(loader.batch_sampler)}, {len(loader)} batches")
# > by length 1376, 8 batches
sets = [{frozenset(batch) for batch in loader.batch_sampler} for epoch in range(2)]
print(f"batches that two epochs share: {len(sets[0] & sets[1])}")
# > batches that two epochs share: 0
# --8<-- [end:by-length]


# --8<-- [start:wrong-length]
class Short(EveryClassInTurn):
    def __len__(self):
        return 3


loader = DataLoader(targets, batch_size=2, sampler=Short(targets))
print(f"{len(loader)=}, batches that come: {len(list(loader))}")
# > len(loader)=2, batches that come: 3
# --8<-- [end:wrong-length]
