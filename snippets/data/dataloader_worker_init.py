# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""num_workers starts processes; worker_init_fn runs once in each of them, before the first sample."""

# --8<-- [start:init]
from torch.utils.data import DataLoader, Dataset, get_worker_info


class Files(Dataset):
    handle = "the main process"

    def __len__(self):
        return 4

    def __getitem__(self, index):
        return f"{index} read by {self.handle}"


def open_files(worker_id):
    get_worker_info().dataset.handle = (
        f"worker {worker_id}"  # this process's own copy of the dataset
    )


if __name__ == "__main__":
    for num_workers in (0, 2):
        print(f"num_workers={num_workers}")
        for batch in DataLoader(
            Files(),
            batch_size=2,
            num_workers=num_workers,
            worker_init_fn=open_files,
        ):
            print(f"  {batch}")
# > num_workers=0
# >   ['0 read by the main process', '1 read by the main process']
# >   ['2 read by the main process', '3 read by the main process']
# > num_workers=2
# >   ['0 read by worker 0', '1 read by worker 0']
# >   ['2 read by worker 1', '3 read by worker 1']
# --8<-- [end:init]
