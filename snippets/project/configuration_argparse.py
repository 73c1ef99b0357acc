# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What goes wrong with argparse: booleans, missing types, unknown options, notebooks."""

import argparse
import contextlib
import io

import torch

# --8<-- [start:bool]
parser = argparse.ArgumentParser()
parser.add_argument("--amp", type=bool, default=True)
print(parser.parse_args(["--amp", "False"]), bool("False"))
# > Namespace(amp=True) True

parser = argparse.ArgumentParser()
parser.add_argument("--amp", action=argparse.BooleanOptionalAction, default=True)
print(parser.parse_args(["--no-amp"]), parser.parse_args([]))
# > Namespace(amp=False) Namespace(amp=True)
# --8<-- [end:bool]

# --8<-- [start:type]
parser = argparse.ArgumentParser()
parser.add_argument("--lr", default=0.1)  # no type: what is typed stays a string
parser.add_argument("--hidden", type=int, nargs="+", default=[64])
parser.add_argument("--sizes", type=list)  # cuts the word into characters
words = ["--lr", "0.05", "--hidden", "128", "64", "--sizes", "128"]
args = parser.parse_args(words)
print(args)
# > Namespace(lr='0.05', hidden=[128, 64], sizes=['1', '2', '8'])
try:
    torch.optim.SGD([torch.zeros(1)], lr=args.lr)
except TypeError as error:
    print(error)
# > '<' not supported between instances of 'str' and 'float'
# --8<-- [end:type]


# --8<-- [start:errors]
def refused(*words):
    """What the parser prints when it does not accept the words."""
    parser = argparse.ArgumentParser(prog="train.py")
    parser.add_argument("--lr", type=float, required=True)
    parser.add_argument("--optimizer", choices=["sgd", "adamw"], default="sgd")
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.suppress(SystemExit):
        parser.parse_args(words)
    print(said.getvalue().splitlines()[-1].split(" (choose from")[0])


refused("--lr", "0.1", "--batch-size", "64")
# > train.py: error: unrecognized arguments: --batch-size 64
refused("--lr", "0.1", "--optimizer", "adam")
# > train.py: error: argument --optimizer: invalid choice: 'adam'
refused("--lr", "0,1")
# > train.py: error: argument --lr: invalid float value: '0,1'
refused()
# > train.py: error: the following arguments are required: --lr
# --8<-- [end:errors]

# --8<-- [start:notebook]
refused(
    "--lr", "0.1", "-f", "kernel-1234.json"
)  # what a notebook passes to its kernel
# > train.py: error: unrecognized arguments: -f kernel-1234.json
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, default=0.1)
print(parser.parse_args([]))
# > Namespace(lr=0.1)
# --8<-- [end:notebook]

# --8<-- [start:dash]
parser = argparse.ArgumentParser()
parser.add_argument("--weight-decay", type=float, default=0.0)
print(parser.parse_args(["--weight-decay", "0.01"]).weight_decay)
# > 0.01
# --8<-- [end:dash]
