# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
# ///
"""Two Pythons on one machine: one has torch, the other has not."""

import os
import subprocess
import sys
import venv
from pathlib import Path

# --8<-- [start:two]
venv.create("other", with_pip=False)  # a second Python: nothing is installed in it
folder = "Scripts" if os.name == "nt" else "bin"
second = str(Path("other", folder, "python").absolute())

for name, python in [("terminal", sys.executable), ("notebook", second)]:
    command = [python, "-c", "import torch"]
    run = subprocess.run(command, capture_output=True, text=True)
    print(name, "->", run.stderr.strip().split("\n")[-1] or "imported")
# > terminal -> imported
# > notebook -> ModuleNotFoundError: No module named 'torch'

where = [second, "-c", "import sys; print(sys.executable)"]
run = subprocess.run(where, capture_output=True, text=True)
print("/".join(Path(run.stdout.strip()).parts[-3:]))  # the notebook's Python
# ~ other/bin/python
# --8<-- [end:two]
