# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A for loop over a dataset does not ask for its length: it goes on until IndexError."""

from itertools import islice

from torch.utils.data import Dataset


# --8<-- [start:loop]
class Tens(Dataset):
    def __len__(self):
        return 3

    def __getitem__(self, index):
        return index * 10  # no end of its own


class Listed(Tens):
    def __getitem__(self, index):
        return [0, 10, 20][index]  # IndexError at the end


print(list(Listed()))
# > [0, 10, 20]
dataset = Tens()
print(list(islice(dataset, 6)))  # a for loop would never end
# > [0, 10, 20, 30, 40, 50]
print([dataset[index] for index in range(len(dataset))])
# > [0, 10, 20]
# --8<-- [end:loop]
