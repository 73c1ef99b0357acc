# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
#
# [tool.tbe]
# timeout = 400
# ///
"""A worker started by spawn cannot find a class of a notebook cell."""

import subprocess
import sys
from pathlib import Path


def run(*arguments):
    command = [sys.executable, *arguments]
    result = subprocess.run(command, capture_output=True, text=True)
    text = (result.stdout + result.stderr).strip()
    return text.splitlines()


# --8<-- [start:notebook]
dataset = """
class Squares:
    def __len__(self):
        return 4
    def __getitem__(self, index):
        return index ** 2
"""
use = """
from torch.utils.data import DataLoader

spawn = "spawn"  # what Windows and macOS do
loader = DataLoader(Squares(), num_workers=1, multiprocessing_context=spawn)
print([batch.item() for batch in loader])
"""

# python -c has no file to import again, and neither has a notebook
lines = run("-c", dataset + use)
print(next(line for line in lines if line.startswith("AttributeError")))
# > AttributeError: Can't get attribute 'Squares' on <module '__main__' (built-in)>
print(lines[-1])
# ~ RuntimeError: DataLoader worker (pid(s) 6) exited unexpectedly
# --8<-- [end:notebook]

# --8<-- [start:notebook-fixed]
Path("squares.py").write_text(dataset)
print(run("-c", "from squares import Squares" + use)[-1])
# > [0, 1, 4, 9]
# --8<-- [end:notebook-fixed]

# --8<-- [start:pickle]
model = """
import torch
class Net(torch.nn.Linear):
    pass
"""
Path("train.py").write_text(
    model + "torch.save(Net(2, 1), 'net.pt')\n"
    "torch.save(Net(2, 1).state_dict(), 'weights.pt')\n"
)
run("train.py")
Path("use.py").write_text(
    "import torch\nprint(torch.load('net.pt', weights_only=False))\n"
)
print(run("use.py")[-1].split(" from ")[0].split(" (")[0])
# > AttributeError: Can't get attribute 'Net' on <module '__main__'

Path("net.py").write_text(model)
Path("train.py").write_text(
    "import torch\nfrom net import Net\ntorch.save(Net(2, 1), 'net.pt')\n"
)
run("train.py")
print(run("use.py")[-1].split("(")[0])
# > Net
Path("net.py").rename("my_net.py")
print(run("use.py")[-1])
# > ModuleNotFoundError: No module named 'net'

Path("use.py").write_text(
    model + "net = Net(2, 1)\n"
    "print(net.load_state_dict(torch.load('weights.pt')))\n"
)
print(run("use.py")[-1])
# > <All keys matched successfully>
# --8<-- [end:pickle]
