# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["second_smallest.svg"]
# ///
"""autograd.grad returns a gradient, which can be differentiated again."""

import matplotlib.pyplot as plt
import torch

# --8<-- [start:answer]
inputs = torch.rand(4, 3, requires_grad=True)  # an input, not a weight
loss = (inputs**2).sum()
(gradient,) = torch.autograd.grad(loss, inputs)  # returned, not put into .grad
print(f"{torch.equal(gradient, 2 * inputs)=} {inputs.grad=}")
# > torch.equal(gradient, 2 * inputs)=True inputs.grad=None
# --8<-- [end:answer]

# --8<-- [start:smallest]
x = torch.tensor(2.0, requires_grad=True)
y = x**3

(first,) = torch.autograd.grad(y, x, create_graph=True)  # 3 x^2
(second,) = torch.autograd.grad(first, x)  # 6 x
print(f"{first.item()=} {second.item()=} {x.grad=}")
# > first.item()=12.0 second.item()=12.0 x.grad=None
# --8<-- [end:smallest]

# --8<-- [start:curve]
x = torch.linspace(-3, 3, 200, requires_grad=True)
y = torch.tanh(x)
(first,) = torch.autograd.grad(y.sum(), x, create_graph=True)
(second,) = torch.autograd.grad(first.sum(), x)
print(f"{torch.allclose(first, 1 - y**2, atol=1e-6)=}")
# > torch.allclose(first, 1 - y**2, atol=1e-6)=True
print(f"{torch.allclose(second, -2 * y * (1 - y**2), atol=1e-6)=}")
# > torch.allclose(second, -2 * y * (1 - y**2), atol=1e-6)=True
# --8<-- [end:curve]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 3.2))
for line, name, color in (
    (y, "tanh", "#1971c2"),
    (first, "first derivative", "#d9480f"),
    (second, "second derivative", "#2b8a3e"),
):
    axes.plot(x.detach(), line.detach(), color=color, label=name)
axes.axhline(0, color="gray", linewidth=0.5)
axes.set(xlabel="x")
axes.legend(frameon=False, fontsize=8)
figure.savefig("second_smallest.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
