# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.worker-open-handle"]
# timeout = 180
# ///
"""An open file in a dataset cannot be pickled for a spawned worker, and forked workers share its position."""

from torch.utils.data import DataLoader, Dataset


# --8<-- [start:early]
class OpensEarly(Dataset):
    def __init__(self, path):
        self.file = open(path)  # noqa: SIM115 - it stays open

    def __len__(self):
        return 2

    def __getitem__(self, index):
        return int(self.file.read(1))


if __name__ == "__main__":
    with open("digits.txt", "w") as file:
        file.write("5678")
    dataset = OpensEarly("digits.txt")
    try:
        list(DataLoader(dataset, num_workers=1, multiprocessing_context="spawn"))
    except TypeError as error:
        # Python 3.11 adds "object", 3.12 "instances", which are cut off here
        message = str(error).replace("_io.", "").rpartition(" ")[0]
        print(f"{type(error).__name__}: {message}")
# > TypeError: cannot pickle 'TextIOWrapper'
# ! UserWarning: Got pickle error when attempting to start a worker Process. This might be because the worker Process arguments are not picklable. Python 3.14+ changed the multiprocessing start method in non-Mac POSIX platforms to 'forkserver', which requires the worker Process arguments to be picklable. You can also try multiprocessing.set_start_method('fork').
# --8<-- [end:early]

# --8<-- [start:shared]
if __name__ == "__main__":
    list(DataLoader(dataset, num_workers=1, multiprocessing_context="fork"))
    print(f"left for the main process: {dataset.file.read()!r}")
    dataset.file.close()
# > left for the main process: ''
# --8<-- [end:shared]


# --8<-- [start:late]
class OpensLate(OpensEarly):
    def __init__(self, path):
        self.path, self.file = path, None

    def __getitem__(self, index):
        if self.file is None:  # the first sample of this process
            self.file = open(self.path)  # noqa: SIM115 - it stays open
        return super().__getitem__(index)


if __name__ == "__main__":
    dataset = OpensLate("digits.txt")
    print(
        [
            batch.item()
            for batch in DataLoader(
                dataset, num_workers=1, multiprocessing_context="spawn"
            )
        ]
    )
# > [5, 6]
# --8<-- [end:late]
