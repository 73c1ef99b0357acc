# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["tools.config"]
# ///
"""Settings from the command line: defaults in the code, one of them overridden."""

import argparse

import torch

# --8<-- [start:smallest]
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, default=0.1, help="learning rate")
parser.add_argument("--epochs", type=int, default=5)
parser.add_argument("--amp", action="store_true", help="mixed precision")

args = parser.parse_args(["--lr", "0.05"])  # in a script: parser.parse_args()
print(args)
# > Namespace(lr=0.05, epochs=5, amp=False)

weight = torch.zeros(3, requires_grad=True)
optimizer = torch.optim.SGD([weight], lr=args.lr)
print(optimizer.param_groups[0]["lr"])
# > 0.05
# --8<-- [end:smallest]
