# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["tools.debugging"]
# ///
"""`breakpoint()` in a terminal: stop inside a training loop and look around, without an IDE."""

import subprocess
import sys
from pathlib import Path

# --8<-- [start:script]
SCRIPT = """
import torch
from torch import nn

torch.manual_seed(0)
model = nn.Linear(2, 1)
inputs = torch.tensor([[1.0, 2.0], [3.0, float("nan")]])
outputs = model(inputs)
if not outputs.isfinite().all():
    breakpoint()
    pass
"""
Path("train.py").write_text(SCRIPT)
# --8<-- [end:script]


# --8<-- [start:session]
def session(*commands):
    """Run train.py, type the commands at its prompt, return what it answers."""
    done = subprocess.run(
        [sys.executable, "train.py"],
        input="\n".join(commands) + "\n",
        capture_output=True,
        text=True,
    )
    answers = done.stdout.split("(Pdb) ")[1:]
    for command, answer in zip(commands, answers, strict=False):
        print(f"(Pdb) {command}")
        print(answer.strip())
    return done


session("p inputs.shape", "p inputs.isfinite().all(dim=1)", "p inputs[1]", "c")
# > (Pdb) p inputs.shape
# > torch.Size([2, 2])
# > (Pdb) p inputs.isfinite().all(dim=1)
# > tensor([ True, False])
# > (Pdb) p inputs[1]
# > tensor([3., nan])
# > (Pdb) c
# >
# --8<-- [end:session]

# --8<-- [start:quit]
done = session("p outputs.shape", "q")
# > (Pdb) p outputs.shape
# > torch.Size([2, 1])
# > (Pdb) q
# >
print(done.stderr.strip().splitlines()[-1])
# > bdb.BdbQuit
# --8<-- [end:quit]
