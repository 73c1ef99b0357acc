# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# alone = true
# ///
"""jacrev and jacfwd: few outputs against few inputs."""

import time
import warnings

import torch
from torch import nn
from torch.func import jacfwd, jacrev

# torch's own notice, at the first call in a program
warnings.filterwarnings("ignore", "`torch.jit.script` is deprecated")
torch.manual_seed(0)


# --8<-- [start:time]
def milliseconds(call):
    times = []
    for _ in range(5):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


for size_in, size_out in ((2000, 2), (2, 2000)):
    first, second = nn.Linear(size_in, 64), nn.Linear(64, size_out)
    model = nn.Sequential(first, nn.Tanh(), second)
    x = torch.randn(size_in)
    by_row = milliseconds(lambda: jacrev(model)(x))
    by_column = milliseconds(lambda: jacfwd(model)(x))
    times = f"jacrev {by_row:.1f} ms, jacfwd {by_column:.1f} ms"
    print(f"{size_in} inputs, {size_out} outputs: {times}")
# ~ 2000 inputs, 2 outputs: jacrev 0.5 ms, jacfwd 25.8 ms
# ~ 2 inputs, 2000 outputs: jacrev 21.2 ms, jacfwd 1.2 ms
# --8<-- [end:time]
