# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["data.lazy-transform", "data.init-comment"]
# ///
"""Where the transform is called decides when it runs: in __init__ once, in __getitem__ again at every access."""

from torch.utils.data import DataLoader, Dataset


# --8<-- [start:counted]
class Eager(Dataset):
    def __init__(self, items, transform):
        self.items = [transform(item) for item in items]

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]


class Lazy(Dataset):
    def __init__(self, items, transform):
        self.items, self.transform = items, transform

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.transform(self.items[index])


calls = 0


def double(item):
    global calls
    calls += 1
    return item * 2


for kind in (Eager, Lazy):
    calls, counts = 0, []
    dataset = kind(range(100), double)
    counts.append(calls)
    for _ in range(3):
        list(DataLoader(dataset, batch_size=10))
        counts.append(calls)
    print(
        f"{kind.__name__}: calls after __init__ {counts[0]}, after each epoch {counts[1:]}"
    )
# > Eager: calls after __init__ 100, after each epoch [100, 100, 100]
# > Lazy: calls after __init__ 0, after each epoch [100, 200, 300]
# --8<-- [end:counted]
