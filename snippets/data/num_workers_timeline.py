# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# alone = true
# figures = ["num_workers_timeline.svg"]
# ///
"""Who works when: without workers loading and training take turns, with workers they happen at the same time."""

import time

import matplotlib.pyplot as plt
from torch.utils.data import DataLoader, Dataset, get_worker_info


# --8<-- [start:measure]
class SlowFiles(Dataset):
    def __len__(self):
        return 24

    def __getitem__(self, index):
        start = time.monotonic()
        time.sleep(0.01)  # stands in for reading one file
        return (
            get_worker_info().id if get_worker_info() else 0,
            start,
            time.monotonic(),
        )


def train(num_workers):
    """One epoch of 6 batches; returns when each batch was loaded and when it was trained on."""
    loader = DataLoader(
        SlowFiles(),
        batch_size=4,
        num_workers=num_workers,
        persistent_workers=num_workers > 0,
    )
    list(loader)  # start the workers before the measurement
    loads, steps = [], []
    begin = time.monotonic()
    for worker, start, end in loader:
        loads.append(
            (worker[0].item(), start[0].item() - begin, end[-1].item() - begin)
        )
        step = time.monotonic() - begin
        time.sleep(0.02)  # stands in for a training step on a GPU
        steps.append((step, time.monotonic() - begin))
    return loads, steps


if __name__ == "__main__":
    timelines = {num_workers: train(num_workers) for num_workers in (0, 2)}
    for num_workers, (_, steps) in timelines.items():
        total = steps[-1][1]
        trained = sum(end - start for start, end in steps)
        print(
            f"{num_workers=}: {total * 1000:.0f} ms, of which training {trained / total:.0%}"
        )
# ~ num_workers=0: 371 ms, of which training 32%
# ~ num_workers=2: 182 ms, of which training 66%
# --8<-- [end:measure]

# --8<-- [start:figure]
if __name__ == "__main__":
    figure, axes = plt.subplots(
        2, 1, figsize=(5.2, 3.2), sharex=True, height_ratios=[2, 3]
    )
    for axis, (num_workers, (loads, steps)) in zip(
        axes, timelines.items(), strict=True
    ):
        for batch, (worker, start, end) in enumerate(loads):
            lane = 0 if num_workers == 0 else worker + 1
            axis.barh(lane, end - start, left=start, height=0.7, color="#1c7ed6")
            axis.text((start + end) / 2, lane, batch, ha="center", va="center")
        for batch, (start, end) in enumerate(steps):
            axis.barh(0, end - start, left=start, height=0.7, color="#d9480f")
            axis.text((start + end) / 2, 0, batch, ha="center", va="center")
        lanes = ["main process", *(f"worker {n}" for n in range(num_workers))]
        axis.set(
            yticks=range(len(lanes)),
            yticklabels=lanes,
            title=f"num_workers={num_workers}",
        )
        axis.invert_yaxis()
        axis.spines[["top", "right"]].set_visible(False)
    axes[1].set(xlabel="blue: loading a batch, orange: training", xticks=[])
    figure.tight_layout()
    figure.savefig(
        "num_workers_timeline.svg", transparent=True, bbox_inches="tight"
    )
# --8<-- [end:figure]
