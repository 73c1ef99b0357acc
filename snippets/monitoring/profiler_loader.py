# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# alone = true
# timeout = 120
# ///
"""A slow loader, found by the profiler: how much of a training the loop spends waiting for data."""

# --8<-- [start:share]
import time

import torch
from torch import nn
from torch.profiler import ProfilerActivity, profile
from torch.utils.data import DataLoader, Dataset, TensorDataset


class SlowDisk(Dataset):
    def __len__(self):
        return 64

    def __getitem__(self, index):
        time.sleep(0.04)  # reading a file, say
        return torch.full((64,), float(index)), index % 10


def share_of_waiting(loader):
    model, criterion = nn.Linear(64, 10), nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.001)
    with profile(activities=[ProfilerActivity.CPU]) as prof:
        start = time.perf_counter()
        for inputs, targets in loader:
            optimizer.zero_grad()
            criterion(model(inputs), targets).backward()
            optimizer.step()
        seconds = time.perf_counter() - start
    waiting = sum(
        row.cpu_time_total / 1e6  # microseconds
        for row in prof.key_averages()
        if row.key.startswith("enumerate(DataLoader)")
    )
    return seconds, waiting / seconds


# --8<-- [end:share]

# --8<-- [start:find]
seconds, share = share_of_waiting(DataLoader(SlowDisk(), batch_size=16))
# <= 2.11
# ! UserWarning: Warning: Profiler clears events at the end of each cycle.Only events from the current cycle will be reported.To keep events across cycles, set acc_events=True.
print(f"more than half of the time waiting: {share > 0.5}")
# > more than half of the time waiting: True
print(f"longer than 2.5 seconds: {seconds > 2.5}")
# > longer than 2.5 seconds: True
print(f"{seconds:.2f} s, waiting for data: {share:.0%}")
# ~ 2.66 s, waiting for data: 99%
# --8<-- [end:find]

# --8<-- [start:mend]
samples = [SlowDisk()[index] for index in range(64)]  # read once, keep in memory
inputs = torch.stack([sample for sample, _ in samples])  # (64, 64)
targets = torch.tensor([target for _, target in samples])  # (64,)
again, share = share_of_waiting(
    DataLoader(TensorDataset(inputs, targets), batch_size=16)
)
print(f"at least twice as fast: {again < seconds / 2}")
# > at least twice as fast: True
print(f"{again:.2f} s, waiting for data: {share:.0%}")
# ~ 0.02 s, waiting for data: 87%
# --8<-- [end:mend]
