# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# alone = true
# ///
"""How many workers: load time divided by step time, rounded up; then check that the waiting is gone."""

import math
import time

from torch.utils.data import DataLoader, Dataset


# --8<-- [start:measure]
def waiting_and_working(loader, train_step):
    """Seconds that one epoch spends waiting for batches, and seconds that it spends training."""
    waiting = working = 0.0
    asked = time.perf_counter()
    for batch in loader:
        got = time.perf_counter()
        train_step(batch)
        done = time.perf_counter()
        waiting, working, asked = (
            waiting + got - asked,
            working + done - got,
            done,
        )
    return waiting, working


# --8<-- [end:measure]


# --8<-- [start:choose]
class SlowFiles(Dataset):
    def __len__(self):
        return 160

    def __getitem__(self, index):
        time.sleep(0.005)  # stands in for reading one file
        return index


def train_step(batch):
    time.sleep(0.004 * len(batch))  # stands in for a training step on a GPU


if __name__ == "__main__":
    waiting, working = waiting_and_working(
        DataLoader(SlowFiles(), batch_size=4), train_step
    )
    print(f"loading takes {waiting / working:.1f} times as long as training")
    count = math.ceil(waiting / working)
    print(f"try {count} {'worker' if count == 1 else 'workers'}")

    for num_workers in (1, 2):
        loader = DataLoader(
            SlowFiles(),
            batch_size=4,
            num_workers=num_workers,
            persistent_workers=True,
        )
        list(loader)  # start the workers before the measurement
        waiting, working = waiting_and_working(loader, train_step)
        print(
            f"{num_workers=}: {waiting / (waiting + working):.0%} of the epoch is waiting"
        )
# ~ loading takes 1.3 times as long as training
# ~ try 2 workers
# ~ num_workers=1: 24% of the epoch is waiting
# ~ num_workers=2: 8% of the epoch is waiting
# --8<-- [end:choose]
