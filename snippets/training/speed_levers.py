# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# alone = true
# timeout = 300
# ///
"""What makes a training faster on a CPU, and what does not: each as a ratio of two times."""

import contextlib
import time

import torch
from torch import nn

torch.manual_seed(0)
criterion = nn.CrossEntropyLoss()


# --8<-- [start:ratio]
def compare(before, after, repeats=15):
    """The time of after() divided by the time of before(): below 1 is faster."""
    times = {before: [], after: []}
    for work in times:
        work()  # the first call also sets things up: not counted
    for _ in range(repeats):  # in turns, so that a slow moment hits both
        for work, taken in times.items():
            begin = time.perf_counter()
            work()
            taken.append(time.perf_counter() - begin)
    return min(times[after]) / min(times[before])


def five_times(before, after):
    """The median of five ratios, and between which two all five lie."""
    ratios = sorted(compare(before, after, repeats=7) for _ in range(5))
    return f"{ratios[2]:.2f} of the time ({ratios[0]:.2f} to {ratios[4]:.2f})"


# --8<-- [end:ratio]

# --8<-- [start:vectorise]
points = torch.rand(300, 3)


def with_loops():
    distances = torch.empty(len(points), 20)
    for row in range(len(points)):
        for column in range(20):
            distances[row, column] = (points[row] - points[column]).norm()
    return distances


def at_once():
    return (points[:, None] - points[None, :20]).norm(dim=2)  # (300, 20)


print(f"{torch.allclose(with_loops(), at_once())=}")
# > torch.allclose(with_loops(), at_once())=True
ratio = compare(with_loops, at_once, repeats=3)
print(f"at once: {ratio:.4f} of the time of the loops, {ratio < 0.1=}")
# ~ at once: 0.0141 of the time of the loops, ratio < 0.1=True
# --8<-- [end:vectorise]

# --8<-- [start:batch]
inputs, targets = torch.rand(4096, 64), torch.randint(10, (4096,))
model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)


def epoch(size):
    for part, labels in zip(inputs.split(size), targets.split(size), strict=True):
        optimizer.zero_grad()
        criterion(model(part), labels).backward()
        optimizer.step()


for size in (64, 256, 1024):
    ratio = compare(lambda: epoch(16), lambda size=size: epoch(size), repeats=5)
    print(f"an epoch of batches of {size:4}: {ratio:.2f} of the time of 16")
# ~ an epoch of batches of   64: 0.29 of the time of 16
# ~ an epoch of batches of  256: 0.11 of the time of 16
# ~ an epoch of batches of 1024: 0.06 of the time of 16
print(f"the largest against 16: {ratio < 0.5=}")
# > the largest against 16: ratio < 0.5=True
# --8<-- [end:batch]


# --8<-- [start:modes]
def forward(mode):
    with mode():
        return model(inputs[:256])


for mode in (torch.no_grad, torch.inference_mode):
    ratio = five_times(
        lambda: [forward(contextlib.nullcontext) for _ in range(10)],
        lambda mode=mode: [forward(mode) for _ in range(10)],
    )
    print(f"{mode.__name__:14} instead of a graph: {ratio}")
# ~ no_grad        instead of a graph: 0.85 of the time (0.77 to 0.93)
# ~ inference_mode instead of a graph: 0.82 of the time (0.76 to 0.90)
# --8<-- [end:modes]


# --8<-- [start:optimizers]
def parameters(count, size):
    made = [nn.Parameter(torch.rand(size, size)) for _ in range(count)]
    for parameter in made:
        parameter.grad = torch.rand(size, size)
    return made


for count, size in ((100, 32), (1, 1000)):
    plain = torch.optim.AdamW(parameters(count, size), foreach=False)
    for name in ("foreach", "fused"):
        other = torch.optim.AdamW(parameters(count, size), **{name: True})
        ratio = five_times(plain.step, other.step)
        print(f"{count:3} of {size:4} x {size}: {name:7} {ratio}")
    ratio = compare(plain.step, other.step)  # the last one is fused
    print(f"{count:3} of {size:4} x {size}: fused faster {ratio < 0.9}")
# ~ 100 of   32 x 32: foreach 0.49 of the time (0.49 to 0.53)
# ~ 100 of   32 x 32: fused   0.19 of the time (0.17 to 0.20)
# > 100 of   32 x 32: fused faster True
# ~   1 of 1000 x 1000: foreach 0.88 of the time (0.87 to 0.93)
# ~   1 of 1000 x 1000: fused   0.20 of the time (0.20 to 0.23)
# >   1 of 1000 x 1000: fused faster True
# --8<-- [end:optimizers]


# --8<-- [start:zero]
many = parameters(100, 32)
optimizer = torch.optim.AdamW(many)


def zero(set_to_none):
    optimizer.zero_grad(set_to_none=set_to_none)
    for parameter in many:
        parameter.sum().backward()


ratio = five_times(lambda: zero(False), lambda: zero(True))
print(f"set_to_none=True instead of zeros: {ratio}")
# ~ set_to_none=True instead of zeros: 1.01 of the time (0.98 to 1.16)
# --8<-- [end:zero]
