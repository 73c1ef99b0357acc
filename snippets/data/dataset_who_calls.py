# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["data.len-comment"]
# ///
"""The sampler draws indices below len(dataset); the loader asks the dataset for exactly those."""

import torch
from torch.utils.data import DataLoader, Dataset


# --8<-- [start:calls]
class Squares(Dataset):
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        print(f"__getitem__({index})")
        return index**2


torch.manual_seed(0)
loader = DataLoader(Squares(5), batch_size=2, shuffle=True)
for batch in loader:
    print(f"batch {batch.tolist()}")
# > __getitem__(1)
# > __getitem__(4)
# > batch [1, 16]
# > __getitem__(2)
# > __getitem__(3)
# > batch [4, 9]
# > __getitem__(0)
# > batch [0]
# --8<-- [end:calls]

# --8<-- [start:length]
dataset = Squares(10)
print(f"{len(DataLoader(dataset, batch_size=4))=}")
# > len(DataLoader(dataset, batch_size=4))=3
print(f"{len(DataLoader(dataset, batch_size=4, drop_last=True))=}")
# > len(DataLoader(dataset, batch_size=4, drop_last=True))=2
# --8<-- [end:length]


# --8<-- [start:wrong-length]
class Letters(Dataset):
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length  # should be len("abcd")

    def __getitem__(self, index):
        return "abcd"[index]


print(f"too short: {list(DataLoader(Letters(3), batch_size=2))}")
# > too short: [['a', 'b'], ['c']]
try:
    print(list(DataLoader(Letters(5), batch_size=2)))
except IndexError as error:
    print(f"too long:  {type(error).__name__}: {error}")
# > too long:  IndexError: string index out of range
# --8<-- [end:wrong-length]
