# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26"]
# ///
"""A torchvision whose compiled part does not fit this torch, and how to see which torch it wants."""

import subprocess
import sys
from importlib.metadata import requires, version
from pathlib import Path

# --8<-- [start:pair]
print("torch", version("torch"), "torchvision", version("torchvision"))
# ~ torch 2.15.0 torchvision 0.29.2
# <= 2.14
# ~ torch 2.14.1 torchvision 0.29.1
# <= 2.13
# ~ torch 2.13.0 torchvision 0.28.0
# <= 2.11
# ~ torch 2.11.0 torchvision 0.26.0
print([need for need in requires("torchvision") if need.startswith("torch")])
# ~ ['torch (>=2.14.0)']
# --8<-- [end:pair]

# --8<-- [start:broken]
Path("wrong_pair.py").write_text("""
import torch

def does_not_fit(path):  # what the loader says when the two do not fit
    raise OSError(f"{path}: undefined symbol")

torch.ops.load_library = does_not_fit
import torchvision
""")
run = subprocess.run(
    [sys.executable, "wrong_pair.py"], capture_output=True, text=True
)
print(run.stderr.splitlines()[-1])
# > RuntimeError: operator torchvision::nms does not exist
# --8<-- [end:broken]
