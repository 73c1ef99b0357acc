# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.grad-unused"]
# ///
"""What autograd.grad refuses, and second derivatives of 0 without a message."""

import torch
from torch import nn
from torch.autograd import grad
from torch.nn import functional as F


def message(call):
    try:
        return call()
    except (RuntimeError, ValueError) as error:
        return f"{type(error).__name__}: {str(error).partition(' (or directly')[0]}"


torch.manual_seed(0)
model = nn.Linear(3, 1)

# --8<-- [start:unused]
inputs = torch.rand(2, 3)
outputs = model(inputs)
inputs.requires_grad_()  # too late: after the forward pass
print(message(lambda: grad(outputs.sum(), inputs)))
# > RuntimeError: The differentiated Tensor at index 0 appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.
# <= 2.11
# > RuntimeError: One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.

outputs = model(inputs.clone().detach().requires_grad_())  # another tensor
print(message(lambda: grad(outputs.sum(), inputs)))
# > RuntimeError: The differentiated Tensor at index 0 appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.
# <= 2.11
# > RuntimeError: One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.

other = torch.ones(1, requires_grad=True)  # not part of this loss
print(message(lambda: grad(model(inputs).sum(), other)))
# > RuntimeError: The differentiated Tensor at index 0 appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.
# <= 2.11
# > RuntimeError: One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.
print(grad(model(inputs).sum(), [inputs, other], allow_unused=True)[1])
# > None

print(message(lambda: grad(model(inputs).sum(), torch.rand(2, 3))))
# > RuntimeError: One of the differentiated Tensors does not require grad
# --8<-- [end:unused]

# --8<-- [start:no-graph]
x = torch.tensor(2.0, requires_grad=True)
(first,) = grad(x**3, x)  # create_graph=True is missing
print(message(lambda: grad(first, x)))
# > RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn

(first,) = grad(3 * x, x, create_graph=True)  # a constant: nothing left of x
print(message(lambda: grad(first, x)))
# > RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn

inputs = torch.rand(2, 3, requires_grad=True)
print(message(lambda: grad(model(inputs).argmax(), inputs)))  # not differentiable
# > RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn
# --8<-- [end:no-graph]

# --8<-- [start:twice]
y = x**3
grad(y, x)
print(message(lambda: grad(y, x)))
# > RuntimeError: Trying to backward through the graph a second time

a, b = torch.tensor(2.0, requires_grad=True), torch.tensor(3.0, requires_grad=True)
print(grad(a * b, [a, b]))  # both in one call
# > (tensor(3.), tensor(2.))
# --8<-- [end:twice]

# --8<-- [start:scalar]
y = torch.ones(2, requires_grad=True)
print(message(lambda: grad(y**2, y)))
# > RuntimeError: grad can be implicitly created only for scalar outputs
print(grad((y**2).sum(), y))
# > (tensor([2., 2.]),)
print(grad(y**2, y, grad_outputs=torch.tensor([1.0, 10.0])))
# > (tensor([ 2., 20.]),)
# --8<-- [end:scalar]

# --8<-- [start:attention]
q = torch.rand(1, 2, 4, 8, requires_grad=True)
outputs = F.scaled_dot_product_attention(q, q, q)
(first,) = grad(outputs.sum(), q, create_graph=True)
print(message(lambda: grad(first.sum(), q)))
# > RuntimeError: derivative for aten::_scaled_dot_product_flash_attention_for_cpu_backward is not implemented

from torch.nn.attention import SDPBackend, sdpa_kernel

with sdpa_kernel(SDPBackend.MATH):
    outputs = F.scaled_dot_product_attention(q, q, q)
    (first,) = grad(outputs.sum(), q, create_graph=True)
    print(grad(first.sum(), q)[0].shape)
# > torch.Size([1, 2, 4, 8])
# --8<-- [end:attention]

# --8<-- [start:zeros]
for name, activation in {"relu": F.relu, "tanh": F.tanh}.items():
    outputs = activation(model(inputs) + 1)
    (first,) = grad(outputs.sum(), inputs, create_graph=True)
    (second,) = grad(first.sum(), inputs)
    print(f"{name}: first {first.abs().max():.3f} second {second.abs().max():.3f}")
# > relu: first 0.475 second 0.000
# > tanh: first 0.421 second 0.061
# --8<-- [end:zeros]
