# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""in_order=False hands over whatever is ready; in_order=True waits for the slow sample."""

# --8<-- [start:in-order]
import time

from torch.utils.data import DataLoader, Dataset


class SlowFirst(Dataset):
    def __len__(self):
        return 6

    def __getitem__(self, index):
        if index == 0:
            time.sleep(2)  # one large file
        return index


if __name__ == "__main__":
    for in_order in (True, False):
        loader = DataLoader(SlowFirst(), num_workers=2, in_order=in_order)
        print(f"in_order={in_order}: {[batch.item() for batch in loader]}")
# > in_order=True: [0, 1, 2, 3, 4, 5]
# > in_order=False: [1, 3, 4, 5, 0, 2]
# --8<-- [end:in-order]
