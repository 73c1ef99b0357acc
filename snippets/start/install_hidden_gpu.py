# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""CUDA_VISIBLE_DEVICES hides GPUs from a program that starts afterwards."""

import os
import subprocess
import sys

# --8<-- [start:hidden]
question = (
    "import torch; print(torch.cuda.is_available(), torch.cuda.device_count())"
)
environment = os.environ | {"CUDA_VISIBLE_DEVICES": ""}  # none of them
command = [sys.executable, "-c", question]
run = subprocess.run(command, env=environment, capture_output=True, text=True)
print(run.stdout.strip())
# > False 0
# --8<-- [end:hidden]
