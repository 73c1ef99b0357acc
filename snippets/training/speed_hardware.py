# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# alone = true
# timeout = 300
# ///
"""What depends on the processor: threads, channels_last and bfloat16, each as a ratio of two times."""

import os
import subprocess
import sys
import time

import torch
from torch import nn

torch.manual_seed(0)


def compare(before, after, repeats=9):
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


# --8<-- [start:threads]
def product(size, threads):
    torch.set_num_threads(threads)
    return torch.ones(size, size) @ torch.ones(size, size)


for size in (32, 1024):
    ratio = compare(
        lambda size=size: product(size, 1), lambda size=size: product(size, 2)
    )
    print(f"{size:4} x {size:<4} two threads: {ratio:.2f} of the time of one")
# ~   32 x 32   two threads: 1.14 of the time of one
# ~ 1024 x 1024 two threads: 0.53 of the time of one
torch.set_num_threads(1)
# --8<-- [end:threads]

# --8<-- [start:channels]
images = torch.rand(4, 32, 56, 56)  # (batch, channels, height, width)
model = nn.Sequential(
    nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.Conv2d(64, 64, 3, padding=1)
)
other = nn.Sequential(
    nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.Conv2d(64, 64, 3, padding=1)
)
other.load_state_dict(model.state_dict())
other = other.to(memory_format=torch.channels_last)
images_last = images.to(memory_format=torch.channels_last)
print(f"{images.shape == images_last.shape=}")
# > images.shape == images_last.shape=True
print(f"{images.stride()=}, {images_last.stride()=}")
# > images.stride()=(100352, 3136, 56, 1), images_last.stride()=(100352, 1, 1792, 32)
print(f"{torch.allclose(model(images), other(images_last), atol=1e-4)=}")
# > torch.allclose(model(images), other(images_last), atol=1e-4)=True


def step(model, images):
    model(images).mean().backward()


ratio = compare(lambda: step(model, images), lambda: step(other, images_last))
print(f"channels_last: {ratio:.2f} of the time")
# ~ channels_last: 0.82 of the time
# --8<-- [end:channels]


# --8<-- [start:bfloat16]
SCRIPT = """
import time, torch
def seconds(x):
    times = []
    for _ in range(20):
        begin = time.perf_counter()
        x @ x
        times.append(time.perf_counter() - begin)
    return min(times[1:])
x = torch.rand(256, 256)
print(f"{seconds(x.bfloat16()) / seconds(x):.2f}")
"""
for instructions in ("ALL", "AVX2"):  # what oneDNN may use of this processor
    environment = os.environ | {"ONEDNN_MAX_CPU_ISA": instructions}
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    print(f"bfloat16 with {instructions:4}: {ran.stdout.strip()} of the time")
# ~ bfloat16 with ALL : 0.29 of the time
# ~ bfloat16 with AVX2: 75.06 of the time
# --8<-- [end:bfloat16]
