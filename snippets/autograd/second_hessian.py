# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.4"]
# ///
"""The Hessian, its product with a vector, its limit of the rate."""

import torch
from torch.func import grad, jacrev


# --8<-- [start:hessian]
def f(w):
    return w[0] ** 2 + 3 * w[0] * w[1] + w[1] ** 3


w = torch.tensor([1.0, 2.0])
hessian = jacrev(grad(f))(w)
print(hessian)
# > tensor([[ 2.,  3.],
# >         [ 3., 12.]])
print(f"{torch.equal(hessian, torch.autograd.functional.hessian(f, w))=}")
# > torch.equal(hessian, torch.autograd.functional.hessian(f, w))=True
# --8<-- [end:hessian]

# --8<-- [start:size]
from torch import nn

for model in (
    nn.Linear(64, 10),
    nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10)),
):
    weights = sum(p.numel() for p in model.parameters())
    mebibytes = weights**2 * 4 / 2**20  # float32: four bytes a number
    numbers = f"a Hessian of {weights**2:,} numbers"
    print(f"{weights} weights: {numbers}, {mebibytes:.1f} MiB")
# > 650 weights: a Hessian of 422,500 numbers, 1.6 MiB
# > 4810 weights: a Hessian of 23,136,100 numbers, 88.3 MiB
# --8<-- [end:size]

# --8<-- [start:product]
v = torch.tensor([1.0, -1.0])
w = torch.tensor([1.0, 2.0], requires_grad=True)
(gradient,) = torch.autograd.grad(f(w), w, create_graph=True)
(product,) = torch.autograd.grad(gradient, w, grad_outputs=v)
print(f"{product=} {hessian @ v=}")
# > product=tensor([-1., -9.]) hessian @ v=tensor([-1., -9.])
# --8<-- [end:product]

# --8<-- [start:limit]
from sklearn.datasets import load_digits

images, digits = load_digits(return_X_y=True)
inputs = torch.tensor(images, dtype=torch.float32) / 16
targets = torch.tensor((digits == 3).astype("float32"))


def loss_of(w):  # linear regression: 1 for a three, 0 for the others
    return (inputs @ w - targets).square().mean()


w = torch.zeros(64)
curvatures = torch.linalg.eigvalsh(jacrev(grad(loss_of))(w))
limit = 2 / curvatures[-1]
print(f"largest curvature {curvatures[-1]:.3f}, learning rate below {limit:.4f}")
# > largest curvature 20.911, learning rate below 0.0956

for factor in (0.5, 0.99, 1.01, 1.1):
    w = torch.zeros(64)
    for _ in range(300):
        w -= factor * limit * grad(loss_of)(w)
    print(f"{factor:4} of the limit: loss after 300 steps {loss_of(w):.2g}")
# >  0.5 of the limit: loss after 300 steps 0.04
# > 0.99 of the limit: loss after 300 steps 0.039
# > 1.01 of the limit: loss after 300 steps 1.5e+03
# >  1.1 of the limit: loss after 300 steps inf
# --8<-- [end:limit]

# --8<-- [start:by-name]
import warnings

# torch's own notice, at the first call in a program
warnings.filterwarnings("ignore", "`torch.jit.script` is deprecated")
w = torch.tensor([1.0, 2.0])
print(f"{torch.equal(torch.func.hessian(f)(w), hessian)=}")
# > torch.equal(torch.func.hessian(f)(w), hessian)=True
# --8<-- [end:by-name]
