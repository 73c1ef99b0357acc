# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# claims = ["data.num-workers-too-many"]
# timeout = 180
# alone = true
# figures = ["num_workers_too_many.svg"]
# ///
"""More workers than cores: PyTorch warns, work for the CPU gets no faster, waiting for files still does."""

import os
import time
import warnings
import zlib

import matplotlib.pyplot as plt
import torch
from torch.utils.data import DataLoader, Dataset

# --8<-- [start:warning]
if __name__ == "__main__":
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        DataLoader(range(8), num_workers=8 * os.cpu_count())
    for sentence in str(caught[0].message).split(". "):
        print(sentence)
# ~ This DataLoader will create 16 worker processes in total
# ~ Our suggested max number of worker in current system is 2, which is smaller than what this DataLoader is going to create
# > Please be aware that excessive worker creation might get DataLoader running slow or even freeze, lower the worker number to avoid potential slowness/freeze if necessary.
# --8<-- [end:warning]


# --8<-- [start:measure]
class Compressed(Dataset):
    """Unpacks its samples: work for a CPU core."""

    def __init__(self):
        torch.manual_seed(0)
        self.packed = zlib.compress(
            torch.randint(16, (1 << 19,), dtype=torch.uint8).numpy().tobytes()
        )

    def __len__(self):
        return 48

    def __getitem__(self, index):
        return len(zlib.decompress(self.packed))


class FarAway(Dataset):
    """Waits for its samples, as for a network drive: work for nobody."""

    def __len__(self):
        return 48

    def __getitem__(self, index):
        time.sleep(0.005)
        return index


def epoch(dataset, num_workers):
    loader = DataLoader(
        dataset,
        batch_size=4,
        num_workers=num_workers,
        persistent_workers=num_workers > 0,
    )
    list(loader)  # start the workers before the measurement
    times = []
    for _ in range(4):
        begin = time.perf_counter()
        list(loader)
        times.append(time.perf_counter() - begin)
    return min(times)


if __name__ == "__main__":
    warnings.filterwarnings("ignore", message="This DataLoader will create")
    counts = (0, 1, 2, 4, 8)
    speed = {}
    for dataset in (Compressed(), FarAway()):
        times = [epoch(dataset, num_workers) for num_workers in counts]
        speed[type(dataset).__name__] = [times[0] / value for value in times]
    print(f"cores: {os.cpu_count()}")
    for num_workers, computes, waits in zip(
        counts, speed["Compressed"], speed["FarAway"], strict=True
    ):
        print(
            f"{num_workers=}: unpacking is {computes:.1f} times as fast, waiting {waits:.1f} times"
        )
# ~ cores: 2
# ~ num_workers=0: unpacking is 1.0 times as fast, waiting 1.0 times
# ~ num_workers=1: unpacking is 1.2 times as fast, waiting 1.0 times
# ~ num_workers=2: unpacking is 1.8 times as fast, waiting 1.9 times
# ~ num_workers=4: unpacking is 1.8 times as fast, waiting 3.9 times
# ~ num_workers=8: unpacking is 1.8 times as fast, waiting 4.8 times
# --8<-- [end:measure]

# --8<-- [start:figure]
if __name__ == "__main__":
    figure, axes = plt.subplots(figsize=(6.4, 3))
    axes.plot(
        counts,
        speed["FarAway"],
        "o-",
        color="#1c7ed6",
        label="waits for a file",
    )
    axes.plot(
        counts,
        speed["Compressed"],
        "s--",
        color="#d9480f",
        label="computes on the CPU",
    )
    axes.set(
        xlabel="num_workers",
        ylabel="speed against num_workers=0",
        xticks=counts,
        yticks=range(0, 9, 2),
        ylim=(0, 8.5),
    )
    axes.legend(frameon=False)
    figure.savefig(
        "num_workers_too_many.svg", transparent=True, bbox_inches="tight"
    )
# --8<-- [end:figure]
