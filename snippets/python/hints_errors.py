# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "pyyaml>=6"]
# ///
"""A learning rate that is a string, and names that a hint cannot find."""

import torch
from torch import nn

# --8<-- [start:lr]
import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--lr", default=0.1)
args = parser.parse_args(["--lr", "0.01"])
print(repr(args.lr))
# > '0.01'

model = nn.Linear(2, 1)
for optimizer_class in (torch.optim.SGD, torch.optim.AdamW):
    try:
        optimizer_class(model.parameters(), lr=args.lr)
    except TypeError as error:
        print(f"TypeError: {error}")
# > TypeError: '<' not supported between instances of 'str' and 'float'
# > TypeError: '<=' not supported between instances of 'float' and 'str'
# --8<-- [end:lr]

# --8<-- [start:lr-fixed]
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, default=0.1)
args = parser.parse_args(["--lr", "0.01"])
print(torch.optim.SGD(model.parameters(), lr=args.lr).defaults["lr"])
# > 0.01
# --8<-- [end:lr-fixed]

# --8<-- [start:yaml]
import yaml

print(yaml.safe_load("{a: 0.001, b: 1e-3, c: 1.0e-3}"))
# > {'a': 0.001, 'b': '1e-3', 'c': 0.001}
# --8<-- [end:yaml]

# --8<-- [start:layers]
for make in (
    lambda: nn.Linear("784", 10),
    lambda: nn.Linear(784 / 2, 10),
    lambda: nn.Linear(784, 20 / 2),
    lambda: range(10 / 2),
    lambda: range(0.8 * 10),
):
    try:
        make()
    except TypeError as error:
        print(f"TypeError: {str(error).splitlines()[0]}")
# > TypeError: empty(): argument 'size' failed to unpack the object at pos 2 with error "type must be tuple of ints,but got str"
# > TypeError: empty(): argument 'size' failed to unpack the object at pos 2 with error "type must be tuple of ints,but got float"
# > TypeError: empty(): argument 'size' (position 1) must be tuple of ints, but found element of type float at pos 0
# > TypeError: 'float' object cannot be interpreted as an integer
# > TypeError: 'float' object cannot be interpreted as an integer
# <= 2.11
# > TypeError: empty(): argument 'size' failed to unpack the object at pos 2 with error "type must be tuple of ints,but got str"
# > TypeError: empty(): argument 'size' failed to unpack the object at pos 2 with error "type must be tuple of ints,but got float"
# > TypeError: empty() received an invalid combination of arguments - got (tuple, dtype=NoneType, device=NoneType), but expected one of:
# > TypeError: 'float' object cannot be interpreted as an integer
# > TypeError: 'float' object cannot be interpreted as an integer
print(list(range(10 // 2)), len(range(int(0.8 * 10))))
# > [0, 1, 2, 3, 4] 8
# --8<-- [end:layers]

# --8<-- [start:name]
try:

    def show(image: Tensor) -> None:
        print(image.shape)

except NameError as error:
    print(f"NameError: {error}")
# > NameError: name 'Tensor' is not defined


def show(image: "Tensor") -> None:
    print(image.shape)


show(torch.zeros(2))
# > torch.Size([2])
# --8<-- [end:name]
