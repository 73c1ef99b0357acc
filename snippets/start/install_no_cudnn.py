# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
# ///
"""A copy of the environment, made of links, from which the package with cuDNN is missing."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path


# --8<-- [start:missing]
def import_torch(**variables):
    """The last line of the message, from a Python that sees no other packages."""
    command = [sys.executable, "-S", "-c", "import torch"]
    environment = os.environ | {
        name: str(value) for name, value in variables.items()
    }
    run = subprocess.run(command, capture_output=True, text=True, env=environment)
    return run.stderr.strip().split("\n")[-1] or "imported"


def leave_out(folder, names):
    return ["cudnn"] if Path(folder).name == "nvidia" else []


whole, broken = (
    Path(find_spec("torch").origin).parents[1],
    Path("broken").absolute(),
)
broken.mkdir()
for path in whole.iterdir():
    link = broken / path.name
    if path.name in ["torch", "nvidia"]:  # a folder of links, without cuDNN
        shutil.copytree(path, link, copy_function=os.symlink, ignore=leave_out)
    else:
        link.symlink_to(path)
print(import_torch(PYTHONPATH=broken))
# ~ ImportError: libcudnn.so.9: cannot open shared object file: No such file or directory
# --8<-- [end:missing]

# --8<-- [start:path]
another = Path("another").absolute()
another.mkdir()
(another / "libcudnn.so.9").write_text("this is no library")
print(import_torch(PYTHONPATH=whole, LD_LIBRARY_PATH=another))
# ~ imported
# --8<-- [end:path]
