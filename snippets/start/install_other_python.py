# /// script
# requires-python = ">=3.11"
# dependencies = []
# ///
"""A Python that does not have the package: -S leaves out everything that pip installed."""

import subprocess
import sys

# --8<-- [start:torch]
command = [sys.executable, "-S", "-c", "import torch"]  # -S: without site-packages
run = subprocess.run(command, capture_output=True, text=True)
print(run.stderr.splitlines()[-1])
# > ModuleNotFoundError: No module named 'torch'
# --8<-- [end:torch]

# --8<-- [start:sklearn]
command = [sys.executable, "-S", "-c", "import sklearn"]
run = subprocess.run(command, capture_output=True, text=True)
print(run.stderr.splitlines()[-1])
# > ModuleNotFoundError: No module named 'sklearn'
# --8<-- [end:sklearn]
