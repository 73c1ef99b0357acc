# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# gpus = 1
# alone = true
# ///
"""Pageable against pinned: how long the copy to the GPU takes, and how long the CPU is kept by it."""

import time

import torch

# --8<-- [start:measure]
pageable = torch.ones(64, 3, 256, 256)  # 48 MiB
pinned = pageable.pin_memory()


def copy_time(copy):
    """Milliseconds from the first to the last moment on the GPU, and milliseconds until the CPU may go on; each the best of ten."""
    on_gpu, on_cpu = [], []
    for _ in range(10):
        begin, end = (
            torch.cuda.Event(enable_timing=True),
            torch.cuda.Event(enable_timing=True),
        )
        torch.cuda.synchronize()  # nothing of the last round may still run
        called = time.perf_counter()
        begin.record()
        copy()
        end.record()
        on_cpu.append((time.perf_counter() - called) * 1000)
        end.synchronize()
        on_gpu.append(begin.elapsed_time(end))
    return min(on_gpu), min(on_cpu)


copies = {
    "pageable": lambda: pageable.to("cuda"),
    "pageable, non_blocking": lambda: pageable.to("cuda", non_blocking=True),
    "pinned": lambda: pinned.to("cuda"),
    "pinned, non_blocking": lambda: pinned.to("cuda", non_blocking=True),
    "pin it now, then copy": lambda: pageable.pin_memory().to(
        "cuda", non_blocking=True
    ),
}
for name, copy in copies.items():
    on_gpu, on_cpu = copy_time(copy)
    print(f"{name:22} copied after {on_gpu:.2f} ms, CPU free after {on_cpu:.2f} ms")
# --8<-- [end:measure]
