# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# alone = true
# timeout = 600
# ///
"""torch.compile on a CPU: the first call, the calls after it, and when it has paid."""

import time

import torch


# --8<-- [start:compile]
def gelu_like(x):
    return 0.5 * x * (1 + torch.tanh(0.8 * (x + 0.04 * x * x * x)))


def seconds(function, x):
    begin = time.perf_counter()
    function(x)
    return time.perf_counter() - begin


x = torch.rand(1_000_000)
compiled = torch.compile(gelu_like)
# <= 2.13
# ! DeprecationWarning: `torch.jit.script_method` is deprecated. Please switch to `torch.compile` or `torch.export`.
first = seconds(compiled, x)  # C++ is written, compiled and loaded
times = {gelu_like: [], compiled: []}
for _ in range(60):  # in turns, so that a slow moment hits both
    for function, taken in times.items():
        taken.append(seconds(function, x))
plain, again = min(times[gelu_like]), min(times[compiled])
print(f"first call {first:.1f} s, each later one {again / plain:.2f} of the time")
# ~ first call 51.2 s, each later one 0.37 of the time
print(f"it has paid after {first / (plain - again):,.0f} calls")
# ~ it has paid after 14,724 calls
print(f"{torch.allclose(gelu_like(x), compiled(x))=}")
# > torch.allclose(gelu_like(x), compiled(x))=True
# --8<-- [end:compile]
