# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# gpus = 1
# timeout = 180
# ///
"""A device-side assert: which line is blamed, what CUDA_LAUNCH_BLOCKING=1 changes, and what the process can still do."""

import os
import subprocess
import sys
from pathlib import Path

# --8<-- [start:assert]
SCRIPT = """
import torch
from torch.nn.functional import cross_entropy

logits = torch.zeros(4, 3, device="cuda")  # 3 classes: 0, 1 and 2
good = torch.tensor([0, 1, 2, 0], device="cuda")
bad = torch.tensor([0, 1, 2, 3], device="cuda")
x = torch.rand(4096, 4096, device="cuda")
x @ x, cross_entropy(logits, good).item()  # kernels are loaded

try:
    for _ in range(20):
        x @ x  # the GPU is busy, as in training
    loss = cross_entropy(logits, bad)
    total = loss.item()
except torch.AcceleratorError as error:
    line = open(__file__).read().splitlines()[error.__traceback__.tb_lineno - 1]
    print("blamed:", line.strip())
    print("message:", str(error).splitlines()[0])

try:
    torch.zeros(1, device="cuda").item()  # nothing is wrong with this line
except torch.AcceleratorError as error:
    print("afterwards:", str(error).splitlines()[0])
"""
script = Path("bad_target.py").resolve()
script.write_text(SCRIPT)


def run(**variables):
    """What the script prints in a process of its own, which the assert spoils."""
    environ = {**os.environ, **variables}
    done = subprocess.run(
        [sys.executable, "-u", script], capture_output=True, text=True, env=environ
    )
    return done.stdout.strip()


print(run(CUDA_LAUNCH_BLOCKING="0"))
print(run(CUDA_LAUNCH_BLOCKING="1"))
# --8<-- [end:assert]
