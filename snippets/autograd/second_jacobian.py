# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["second_jacobian.svg"]
# ///
"""The Jacobian of softmax in four ways, and of a batch."""

import warnings

import matplotlib.pyplot as plt
import torch
from torch.func import jacfwd, jacrev, vmap


# --8<-- [start:jacobian]
def softmax(z):
    return z.softmax(dim=0)


z = torch.tensor([2.0, 1.0, 0.0])
p = softmax(z)
jacobian = jacrev(softmax)(z)  # (outputs, inputs)
print(jacobian)
# > tensor([[ 0.2227, -0.1628, -0.0599],
# >         [-0.1628,  0.1848, -0.0220],
# >         [-0.0599, -0.0220,  0.0819]])
print(f"{torch.allclose(jacobian, p.diag() - p.outer(p))=}")
# > torch.allclose(jacobian, p.diag() - p.outer(p))=True
older = torch.autograd.functional.jacobian(softmax, z)
print(f"{torch.allclose(jacobian, older)=}")
# > torch.allclose(jacobian, older)=True

# torch's own notice, at the first call in a program
warnings.filterwarnings("ignore", "`torch.jit.script` is deprecated")
print(f"{torch.allclose(jacobian, jacfwd(softmax)(z))=}")
# > torch.allclose(jacobian, jacfwd(softmax)(z))=True
# --8<-- [end:jacobian]

# --8<-- [start:rows]
z = torch.tensor([2.0, 1.0, 0.0], requires_grad=True)
p = softmax(z)
rows = [
    torch.autograd.grad(p, z, grad_outputs=row, retain_graph=True)[0]
    for row in torch.eye(3)
]
print(f"{torch.allclose(torch.stack(rows), jacobian)=}")
# > torch.allclose(torch.stack(rows), jacobian)=True

v = torch.tensor([1.0, 2.0, 3.0])
(product,) = torch.autograd.grad(p, z, grad_outputs=v)
print(f"{torch.allclose(product, v @ jacobian)=}")
# > torch.allclose(product, v @ jacobian)=True
# --8<-- [end:rows]

# --8<-- [start:batch]
torch.manual_seed(0)
batch = torch.rand(4, 3)


def rows_softmax(z):
    return z.softmax(dim=1)


whole = jacrev(rows_softmax)(batch)  # every output to every input
each = vmap(jacrev(softmax))(batch)  # one Jacobian a sample
print(f"{whole.shape=} {each.shape=}")
# > whole.shape=torch.Size([4, 3, 4, 3]) each.shape=torch.Size([4, 3, 3])
print(f"{torch.equal(whole[0, :, 1], torch.zeros(3, 3))=}")
# > torch.equal(whole[0, :, 1], torch.zeros(3, 3))=True
print(f"{torch.allclose(whole[torch.arange(4), :, torch.arange(4)], each)=}")
# > torch.allclose(whole[torch.arange(4), :, torch.arange(4)], each)=True
# --8<-- [end:batch]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(3.4, 3.4))
flat = whole.reshape(12, 12)  # (outputs, inputs), sample by sample
limit = flat.abs().max()
axes.imshow(flat, cmap="PuOr", vmin=-limit, vmax=limit)
for edge in (2.5, 5.5, 8.5):
    axes.axhline(edge, color="gray", linewidth=0.7)
    axes.axvline(edge, color="gray", linewidth=0.7)
places = range(1, 12, 3)
axes.set_xticks(places, [f"sample {i}" for i in range(4)], fontsize=8)
axes.set_yticks(places, [f"sample {i}" for i in range(4)], fontsize=8)
axes.set(xlabel="inputs", ylabel="outputs")
figure.savefig("second_jacobian.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
