# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The first lines of the report that PyTorch makes about its own installation."""

import subprocess
import sys

# --8<-- [start:report]
command = [sys.executable, "-m", "torch.utils.collect_env"]
run = subprocess.run(command, capture_output=True, text=True)
wanted = (
    "PyTorch version",
    "CUDA used to build",
    "Python version",
    "Is CUDA available",
    "Nvidia driver version",
)
for line in run.stdout.splitlines():
    if line.startswith(wanted):
        key, _, value = line.partition(": ")
        print(f"{key}: {value!r}")
# ~ PyTorch version: '2.14.1+cu130'
# ~ CUDA used to build PyTorch: '13.0'
# ~ Python version: '3.11.7 (main, May  9 2026, 07:35:25) [GCC 12.2.0] (64-bit runtime)'
# ~ Is CUDA available: 'False'
# ~ Nvidia driver version: 'Could not collect'
# --8<-- [end:report]
