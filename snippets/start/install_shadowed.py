# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A file of your own that is named torch.py is imported in place of PyTorch."""

import subprocess
import sys
from pathlib import Path

# --8<-- [start:shadow]
Path("torch.py").write_text("learning_rate = 0.1\n")
Path("train.py").write_text("import torch\n\nx = torch.zeros(3)\n")
run = subprocess.run([sys.executable, "train.py"], capture_output=True, text=True)
message = run.stderr.splitlines()[-1]
print(message.split(" (")[0])  # Python 3.13 and later add a hint in brackets
# > AttributeError: module 'torch' has no attribute 'zeros'
# --8<-- [end:shadow]

# --8<-- [start:file]
Path("where.py").write_text("import torch\n\nprint(torch.__file__)\n")
run = subprocess.run([sys.executable, "where.py"], capture_output=True, text=True)
print(Path(run.stdout.strip()).name)
# > torch.py

Path("torch.py").rename("first_try.py")
run = subprocess.run([sys.executable, "where.py"], capture_output=True, text=True)
print(Path(run.stdout.strip()).parts[-2:])
# > ('torch', '__init__.py')
# --8<-- [end:file]
