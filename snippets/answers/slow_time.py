# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# alone = true
# timeout = 120
# ///
"""Slow without a message: waiting or working, the first batch of an epoch, epochs that get slower, what was left on."""

# --8<-- [start:watch]
import time
from statistics import median

import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset


def watch(loader, step):
    """Seconds of waiting for each batch, and of working on it."""
    waited, worked = [], []
    begin = time.perf_counter()
    for batch in loader:
        loaded = time.perf_counter()
        step(batch)  # on a GPU, end it with torch.cuda.synchronize()
        waited.append(loaded - begin)
        begin = time.perf_counter()
        worked.append(begin - loaded)
    return waited, worked


# --8<-- [end:watch]


# --8<-- [start:loader]
class Files(Dataset):
    def __init__(self, seconds):
        self.seconds = seconds

    def __len__(self):
        return 96

    def __getitem__(self, index):
        time.sleep(self.seconds)  # a file, a picture to decode
        return torch.zeros(8)


def step(batch):
    time.sleep(0.03)  # as a model does


def share(**options):
    waited, worked = watch(DataLoader(Files(0.005), 8, **options), step)
    wait = median(waited[1:])  # the first batch has other reasons, see below
    return wait / (wait + median(worked))


if __name__ == "__main__":
    alone, helped = share(), share(num_workers=2)
    print(f"num_workers=0: {alone:.0%} of the time is waiting")
    print(f"num_workers=2: {helped:.0%}")
    print(f"{alone > 0.5 > helped=}")
# ~ num_workers=0: 58% of the time is waiting
# ~ num_workers=2: 4%
# > alone > 0.5 > helped=True
# --8<-- [end:loader]


# --8<-- [start:first-batch]
def first_batches(**options):
    loader = DataLoader(Files(0.0005), 8, num_workers=2, **options)
    return [watch(loader, step)[0][0] / 0.03 for _ in range(3)]  # in steps


if __name__ == "__main__":
    again, kept = first_batches(), first_batches(persistent_workers=True)
    for name, epochs in ("as it is", again), ("persistent_workers", kept):
        waits = " ".join(f"{ratio:5.1f}" for ratio in epochs)
        print(f"{name:18} first batch of epochs 1, 2, 3: {waits} steps")
    print(f"{max(kept[1:]) < min(again[1:])=}")
# ~ as it is           first batch of epochs 1, 2, 3:   1.3   1.3   2.1 steps
# ~ persistent_workers first batch of epochs 1, 2, 3:   1.4   0.4   0.3 steps
# > max(kept[1:]) < min(again[1:])=True
# --8<-- [end:first-batch]


# --8<-- [start:first-step]
def step_times(model):
    inputs = torch.randn(64, 1, 28, 28)
    optimizer = torch.optim.AdamW(model.parameters())
    times = []
    for _ in range(12):
        begin = time.perf_counter()
        optimizer.zero_grad()
        model(inputs).sum().backward()
        optimizer.step()
        times.append(time.perf_counter() - begin)
    return times


if __name__ == "__main__":
    conv, linear = nn.Conv2d(1, 8, 3), nn.Linear(5408, 10)
    times = step_times(nn.Sequential(conv, nn.ReLU(), nn.Flatten(), linear))
    print(f"first step: {times[0] / median(times[2:]):.1f} times the later ones")
    print(f"{times[0] > median(times[2:])=}")
# ~ first step: 8.9 times the later ones
# > times[0] > median(times[2:])=True
# --8<-- [end:first-step]


# --8<-- [start:slower]
def epoch_times(work, epochs=4, batches=40):
    """The median batch of each epoch, as a multiple of the first epoch's."""
    medians = []
    for _ in range(epochs):
        times = []
        for _ in range(batches):
            begin = time.perf_counter()
            work()
            times.append(time.perf_counter() - begin)
        medians.append(median(times))
    return [current / medians[0] for current in medians]


class Grows:
    def __init__(self):
        self.seen, self.parts = torch.zeros(0, 512), []
        self.layer, self.hidden = nn.Linear(64, 64), torch.zeros(8, 64)

    def cat_each_batch(self):
        self.seen = torch.cat([self.seen, torch.zeros(16, 512)])

    def list_each_batch(self):
        self.parts.append(torch.zeros(16, 512))

    def graph_each_batch(self):
        self.hidden = self.layer(self.hidden).tanh()
        self.hidden.sum().backward(retain_graph=True)

    def detach_each_batch(self):
        self.hidden = self.layer(self.hidden.detach()).tanh()
        self.hidden.sum().backward()


if __name__ == "__main__":
    pairs = ("cat", "list"), ("graph", "detach")
    for fault, mended in pairs:
        slow = epoch_times(getattr(Grows(), f"{fault}_each_batch"))
        even = epoch_times(getattr(Grows(), f"{mended}_each_batch"))
        print(f"{fault:6}", " ".join(f"{ratio:4.1f}" for ratio in slow))
        print(f"{mended:6}", " ".join(f"{ratio:4.1f}" for ratio in even))
        print(f"{slow[-1] > even[-1]=}")
    layer, calls = nn.Linear(4, 4), []
    for epoch in range(3):
        layer.register_forward_hook(lambda *_: calls.append("called"))
        calls.clear()
        layer(torch.zeros(1, 4))
        print(f"{epoch=} {len(layer._forward_hooks)=} {len(calls)=}")
# ~ cat     1.0  5.3 18.7 67.1
# ~ list    1.0  1.3  1.3  1.5
# > slow[-1] > even[-1]=True
# ~ graph   1.0  2.8  6.0 14.9
# ~ detach  1.0  1.0  1.0  1.0
# > slow[-1] > even[-1]=True
# > epoch=0 len(layer._forward_hooks)=1 len(calls)=1
# > epoch=1 len(layer._forward_hooks)=2 len(calls)=2
# > epoch=2 len(layer._forward_hooks)=3 len(calls)=3
# --8<-- [end:slower]


# --8<-- [start:left-on]
def seconds(work):
    work()
    times = []
    for _ in range(7):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def train(check=False):
    inputs = torch.randn(16, 64)
    layers = [layer for _ in range(8) for layer in (nn.Linear(64, 64), nn.ReLU())]
    model = nn.Sequential(*layers)
    with torch.autograd.set_detect_anomaly(check):
        for _ in range(20):
            model(inputs).pow(2).mean().backward()


if __name__ == "__main__":
    plain, check = seconds(train), seconds(lambda: train(check=True))
    print(f"anomaly detection: {check / plain:.1f} times as long")
    print(f"{check > plain=}")
# ~ anomaly detection: 7.2 times as long
# > check > plain=True
# --8<-- [end:left-on]
