# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# gpus = 1
# alone = true
# timeout = 300
# ///
"""What only a GPU shows: TF32 products, 16-bit convolutions in channels_last, and copies from pinned memory."""

import time

import torch
from torch import nn

device = torch.device("cuda")


def compare(before, after, repeats=20):
    """The time of after() divided by the time of before(): below 1 is faster."""
    times = {before: [], after: []}
    for work in times:
        work()  # the first call also sets things up: not counted
    for _ in range(repeats):
        for work, taken in times.items():
            torch.cuda.synchronize()  # the queue is empty before and after
            begin = time.perf_counter()
            work()
            torch.cuda.synchronize()
            taken.append(time.perf_counter() - begin)
    return min(times[after]) / min(times[before])


# --8<-- [start:gpu]
x = torch.rand(4096, 4096, device=device)


def product(precision):
    torch.set_float32_matmul_precision(precision)  # "high" allows TF32
    return x @ x


print(f"TF32: {compare(lambda: product('highest'), lambda: product('high')):.2f}")

images = torch.rand(32, 64, 56, 56, device=device)
plain = nn.Conv2d(64, 64, 3, padding=1).to(device)
last = nn.Conv2d(64, 64, 3, padding=1).to(device, memory_format=torch.channels_last)
images_last = images.to(memory_format=torch.channels_last)


def mixed(model, images):
    with torch.autocast("cuda", dtype=torch.bfloat16):
        return model(images)


ratio = compare(lambda: plain(images), lambda: mixed(plain, images))
print(f"bfloat16: {ratio:.2f}")
ratio = compare(lambda: mixed(plain, images), lambda: mixed(last, images_last))
print(f"channels_last as well: {ratio:.2f}")

batch = torch.rand(64, 3, 224, 224)
pinned = batch.pin_memory()
ratio = compare(
    lambda: batch.to(device), lambda: pinned.to(device, non_blocking=True)
)
print(f"copy from pinned memory: {ratio:.2f}")
# --8<-- [end:gpu]
