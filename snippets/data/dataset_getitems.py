# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""A dataset that also has __getitems__ is asked once a batch, with all the indices of that batch."""

from torch.utils.data import DataLoader, Dataset


# --8<-- [start:getitems]
class Rows(Dataset):
    def __len__(self):
        return 6

    def __getitem__(self, index):
        print("one question for", index)
        return index * 10


class RowsByBatch(Rows):
    def __getitems__(self, indices):
        print("one question for", indices)
        return [index * 10 for index in indices]


for kind in (Rows, RowsByBatch):
    print(
        f"{kind.__name__}: {next(iter(DataLoader(kind(), batch_size=3))).tolist()}"
    )
# > one question for 0
# > one question for 1
# > one question for 2
# > Rows: [0, 10, 20]
# > one question for [0, 1, 2]
# > RowsByBatch: [0, 10, 20]
# --8<-- [end:getitems]
