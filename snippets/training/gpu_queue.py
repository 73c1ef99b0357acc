# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# alone = true
# ///
"""A GPU works through a queue: a thread stands in for it, so that every machine can see what the clock and the errors do."""

import time
from concurrent.futures import ThreadPoolExecutor

import torch

# --8<-- [start:clock]
gpu = ThreadPoolExecutor(max_workers=1)  # stands in for a GPU: one queue, in order
gpu.submit(int).result()  # the thread is up


def matmul():
    time.sleep(0.3)  # what the work costs


begin = time.perf_counter()
result = gpu.submit(matmul)  # returns at once, like x @ x on a GPU
launched = time.perf_counter() - begin
result.result()  # waits, like torch.cuda.synchronize()
finished = time.perf_counter() - begin
print(f"launched {launched * 1000:.2f} ms, finished {finished * 1000:.0f} ms")
# ~ launched 1.32 ms, finished 302 ms
print(f"{launched < finished / 2=}")
# > launched < finished / 2=True
# --8<-- [end:clock]


# --8<-- [start:error]
def bad_kernel():
    raise IndexError("target 3 is out of bounds")


loss = gpu.submit(bad_kernel)  # the mistake is here
print("the lines after it run")
# > the lines after it run
try:
    loss.result()  # the first line that waits gets the error
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: target 3 is out of bounds
# --8<-- [end:error]
gpu.shutdown()

# --8<-- [start:anywhere]
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
wait = torch.cuda.synchronize if device.type == "cuda" else lambda: None


def seconds(work, repeats=5):
    """The best of some runs; the queue is empty before and after each."""
    work()  # the first run loads and reserves things: not counted
    times = []
    for _ in range(repeats):
        wait()
        begin = time.perf_counter()
        work()
        wait()
        times.append(time.perf_counter() - begin)
    return min(times)


small = torch.rand(64, 64, device=device)
large = torch.rand(1024, 1024, device=device)
seconds_small = seconds(lambda: small @ small)
seconds_large = seconds(lambda: large @ large)
print(f"64: {seconds_small * 1000:.3f} ms, 1024: {seconds_large * 1000:.3f} ms")
# ~ 64: 0.017 ms, 1024: 18.269 ms
# --8<-- [end:anywhere]
