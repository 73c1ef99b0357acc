# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["data.num-workers-startup-cost"]
# alone = true
# ///
"""Workers cost time to start, every epoch again unless they persist: a tiny dataset is faster without them."""

import time

import torch
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:cost]
# already in memory: nothing to read, nothing to decode
dataset = TensorDataset(torch.zeros(256, 8))


def epoch(**options):
    loader = DataLoader(dataset, batch_size=32, **options)
    list(loader)
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        list(loader)
        times.append(time.perf_counter() - begin)
    return min(times)


if __name__ == "__main__":
    alone, restarted, persistent = (
        epoch(),
        epoch(num_workers=2),
        epoch(num_workers=2, persistent_workers=True),
    )
    print(f"no workers:         {alone * 1000:.1f} ms per epoch")
    print(
        f"persistent workers: {persistent * 1000:.1f} ms, {persistent / alone:.1f} times as long"
    )
    print(
        f"restarted workers:  {restarted * 1000:.1f} ms, {restarted / alone:.1f} times as long"
    )
    print(f"{alone < persistent < restarted=}")
# ~ no workers:         1.3 ms per epoch
# ~ persistent workers: 8.0 ms, 6.2 times as long
# ~ restarted workers:  45.4 ms, 35.5 times as long
# > alone < persistent < restarted=True
# --8<-- [end:cost]
