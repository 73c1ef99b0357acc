# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.worker-exception"]
# ///
"""A sample that raises in a worker: the loader repeats the exception, and dataset[index] shows it without workers."""

from torch.utils.data import DataLoader, Dataset


# --8<-- [start:raises]
class TooShort(Dataset):
    def __len__(self):
        return 4  # a lie

    def __getitem__(self, index):
        return [10, 20][index]


if __name__ == "__main__":
    try:
        list(DataLoader(TooShort(), num_workers=1))
    except IndexError as error:
        first, *_, last = str(error).splitlines()
        print(f"{type(error).__name__}: {first}")
        print(f"  ... the worker's traceback ...\n{last}")
# > IndexError: Caught IndexError in DataLoader worker process 0.
# >   ... the worker's traceback ...
# > IndexError: list index out of range
# --8<-- [end:raises]

# --8<-- [start:directly]
if __name__ == "__main__":
    dataset = TooShort()
    for index in range(len(dataset)):
        try:
            dataset[index]
        except IndexError as error:
            print(f"dataset[{index}]: {type(error).__name__}: {error}")
# > dataset[2]: IndexError: list index out of range
# > dataset[3]: IndexError: list index out of range
# --8<-- [end:directly]
