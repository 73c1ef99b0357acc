# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Random numbers of the wrong dtype, an empty range, and more draws than there are."""

import torch

# --8<-- [start:dtype]
labels = torch.tensor([2, 0, 1])  # int64
calls = {
    "randn": lambda: torch.randn(3, dtype=torch.int64),
    "randn_like": lambda: torch.randn_like(labels),
    "rand_like": lambda: torch.rand_like(labels),
}
for name, call in calls.items():
    try:
        call()
    except NotImplementedError as error:
        print(f"{name:10} {type(error).__name__}: {error}")
# > randn      NotImplementedError: "normal_kernel_cpu" not implemented for 'Long'
# > randn_like NotImplementedError: "normal_kernel_cpu" not implemented for 'Long'
# > rand_like  NotImplementedError: "check_uniform_bounds" not implemented for 'Long'
print(torch.randn_like(labels, dtype=torch.float32).shape)
# > torch.Size([3])
# --8<-- [end:dtype]

# --8<-- [start:empty]
try:
    torch.randint(5, 5, (2,))
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: random_ expects 'from' to be less than 'to', but got from=5 >= to=5
try:
    torch.randint(0, 5, 2)  # the shape is a tuple
except TypeError as error:
    print(f"{type(error).__name__}: {str(error).splitlines()[0]}")
# > TypeError: randint() received an invalid combination of arguments - got (int, int, int), but expected one of:
print(torch.randint(0, 5, (2,)).shape)
# > torch.Size([2])
# --8<-- [end:empty]

# --8<-- [start:multinomial]
weights = torch.tensor([1, 2, 7])
for values, count in ((weights, 1), (weights.float(), 5)):
    try:
        values.multinomial(count)
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
# > RuntimeError: multinomial only supports floating-point dtypes for input, got: Long
# > RuntimeError: cannot sample n_sample > prob_dist.size(-1) samples without replacement
print(weights.float().multinomial(5, replacement=True).shape)
# > torch.Size([5])
# --8<-- [end:multinomial]
