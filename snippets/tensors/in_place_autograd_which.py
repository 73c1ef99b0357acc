# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Which operations need their result again, which their input, which neither."""

import torch

# --8<-- [start:which]
torch.manual_seed(0)
weight = torch.rand(3, 3, requires_grad=True)
operations = {
    "a + 1": lambda a: a + 1,
    "a * 2": lambda a: a * 2,
    "a * a": lambda a: a * a,
    "a @ weight": lambda a: a @ weight,
    "a.log()": torch.log,
    "a.exp()": torch.exp,
    "a.sigmoid()": torch.sigmoid,
    "a.relu()": torch.relu,
}


def raises(operation, overwrite):
    """Does backward() stop when `overwrite` is changed after the operation?"""
    a = torch.rand(3, requires_grad=True) * 1  # a result, so it may be changed
    result = operation(a)
    {"input": a, "result": result}[overwrite].add_(1)
    try:
        result.sum().backward()
    except RuntimeError:
        return "error"
    return "fine"


for name, operation in operations.items():
    found = [f"{what} {raises(operation, what)}" for what in ("input", "result")]
    print(f"{name:12} {found[0]:12} {found[1]}")
# > a + 1        input fine   result fine
# > a * 2        input fine   result fine
# > a * a        input error  result fine
# > a @ weight   input error  result fine
# > a.log()      input error  result fine
# > a.exp()      input fine   result error
# > a.sigmoid()  input fine   result error
# > a.relu()     input fine   result error
# --8<-- [end:which]
