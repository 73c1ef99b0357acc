# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 240
# claims = ["tools.script-reuse", "tools.idle"]
# ///
"""The same training as a script: run with two settings, imported by another file, tested."""

import subprocess
import sys
from pathlib import Path

# --8<-- [start:script]
Path("train.py").write_text('''
import argparse

import torch
from torch import nn


def train(lr: float, steps: int = 10) -> float:
    """The loss after some steps on a line of slope 2."""
    torch.manual_seed(0)
    model = nn.Linear(1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    inputs = torch.linspace(-1, 1, 20).unsqueeze(1)  # (20, 1)
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(inputs), 2 * inputs)
        loss.backward()
        optimizer.step()
    return loss.item()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--lr", type=float, default=0.1)
    args = parser.parse_args()
    print(f"lr {args.lr}, loss {train(args.lr):.3f}")
''')
# --8<-- [end:script]


# --8<-- [start:runs]
def run(*words):
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True)
    print("python", *words, "->", (done.stdout or done.stderr).strip())


run("train.py")
# > python train.py -> lr 0.1, loss 0.380
run("train.py", "--lr", "0.01")
# > python train.py --lr 0.01 -> lr 0.01, loss 1.500
# --8<-- [end:runs]

# --8<-- [start:test]
Path("test_train.py").write_text("""
from train import train

def test_more_steps_do_not_hurt():
    assert train(lr=0.1, steps=50) < train(lr=0.1, steps=5)

test_more_steps_do_not_hurt()  # pytest finds and calls it by itself
print(f"passed; lr 0.1 again: {train(lr=0.1):.3f}")
""")
run("test_train.py")
# > python test_train.py -> passed; lr 0.1 again: 0.380
# --8<-- [end:test]
