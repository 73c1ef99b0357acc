# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""torch.func: functions that return the gradient, the Jacobian, the Hessian of a function."""

import torch

# --8<-- [start:answer]
from torch.func import grad, jacrev, vmap


def softmax(z):  # a vector in, a vector out
    return z.softmax(dim=0)


def energy(z):  # a vector in, a number out
    return (z**3).sum()


torch.manual_seed(0)
z, batch = torch.rand(3), torch.rand(5, 3)
jacobian = jacrev(softmax)(z)
hessian = jacrev(grad(energy))(z)  # the Jacobian of the gradient
each = vmap(grad(energy))(batch)  # one gradient a sample
print(tuple(jacobian.shape), tuple(hessian.shape), tuple(each.shape))
# > (3, 3) (3, 3) (5, 3)
# --8<-- [end:answer]


# --8<-- [start:func]
def cube(x):
    return x**3


print(f"{grad(cube)(torch.tensor(2.0))=}")
# > grad(cube)(torch.tensor(2.0))=tensor(12.)
print(f"{grad(grad(cube))(torch.tensor(2.0))=}")
# > grad(grad(cube))(torch.tensor(2.0))=tensor(12.)
print(f"{grad(grad(grad(cube)))(torch.tensor(2.0))=}")
# > grad(grad(grad(cube)))(torch.tensor(2.0))=tensor(6.)
# --8<-- [end:func]
