# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# gpus = 1
# alone = true
# ///
"""Timing on a GPU: the clock without a wait, the clock with a wait, CUDA events, and item() as a wait."""

import time

import torch

# --8<-- [start:clock]
device = torch.device("cuda")
x = torch.rand(4096, 4096, device=device)  # 64 MiB


def work():
    for _ in range(20):
        y = x @ x
    return y


work()  # the first call also loads kernels and reserves memory: not counted
torch.cuda.synchronize()

begin = time.perf_counter()
work()
launched = time.perf_counter() - begin  # wrong: the work is only queued
torch.cuda.synchronize()
finished = time.perf_counter() - begin  # right
print(f"{launched < finished / 2=}")
# --8<-- [end:clock]

# --8<-- [start:events]
first = torch.cuda.Event(enable_timing=True)
last = torch.cuda.Event(enable_timing=True)
first.record()  # the events go into the same queue
work()
last.record()
try:
    first.elapsed_time(last)  # too early: the queue has not come that far
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
last.synchronize()
by_event = first.elapsed_time(last) / 1000  # milliseconds to seconds
print(f"{0.5 < by_event / finished < 2=}")
# --8<-- [end:events]

# --8<-- [start:item]
begin = time.perf_counter()
y = work()
launched = time.perf_counter() - begin
value = y[0, 0].item()  # one number to the CPU: waits for all work before it
waited = time.perf_counter() - begin
print(f"{launched < waited / 2=}")
# --8<-- [end:item]
