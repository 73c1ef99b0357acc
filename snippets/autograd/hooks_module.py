# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""What module hooks receive and what they may return; keyword arguments, order, and gradients of a layer."""

import inspect

import torch
from torch import nn

# --8<-- [start:change]
layer = nn.Linear(2, 1, bias=False)
nn.init.ones_(layer.weight)
inputs = torch.tensor([[1.0, 2.0]])
print(f"no hook:         {layer(inputs).item()}")
# > no hook:         3.0

before = layer.register_forward_pre_hook(lambda module, args: args[0] * 10)
print(f"pre-hook:        {layer(inputs).item()}")
# > pre-hook:        30.0

after = layer.register_forward_hook(lambda module, args, output: -output)
print(f"and a hook:      {layer(inputs).item()}")
# > and a hook:      -30.0

before.remove()
after.remove()
print(f"both removed:    {layer(inputs).item()}")
# > both removed:    3.0
# --8<-- [end:change]

# --8<-- [start:with]
with layer.register_forward_hook(lambda module, args, output: output * 100):
    print(f"inside the with: {layer(inputs).item()}")
    model = nn.Sequential(layer)
    print(f"layer.forward(): {layer.forward(inputs).item()}")
    print(f"model.forward(): {model.forward(inputs).item()}")
# > inside the with: 300.0
# > layer.forward(): 3.0
# > model.forward(): 300.0
print(f"after the with:  {layer(inputs).item()}")
# > after the with:  3.0
# --8<-- [end:with]


# --8<-- [start:kwargs]
class Scale(nn.Module):
    def forward(self, inputs, factor=1.0):
        return inputs * factor


scale = Scale()
scale.register_forward_hook(lambda module, args, output: print(f"{args=}"))
scale.register_forward_hook(
    lambda module, args, kwargs, output: print(f"{kwargs=}"), with_kwargs=True
)
result = scale(torch.ones(1), factor=2.0)
# > args=(tensor([1.]),)
# > kwargs={'factor': 2.0}
# --8<-- [end:kwargs]

# --8<-- [start:prepend]
scale = Scale()
scale.register_forward_hook(lambda *_: print("registered first"))
scale.register_forward_hook(lambda *_: print("prepended"), prepend=True)
result = scale(torch.ones(1))
# > prepended
# > registered first

for kind in ("forward_pre", "forward", "full_backward_pre", "full_backward"):
    register = getattr(nn.Module, f"register_{kind}_hook")
    names = list(inspect.signature(register).parameters)[2:]  # self, hook first
    print(f"{kind:17} {names}")
# > forward_pre       ['prepend', 'with_kwargs']
# > forward           ['prepend', 'with_kwargs', 'always_call']
# > full_backward_pre ['prepend']
# > full_backward     ['prepend']
# --8<-- [end:prepend]


# --8<-- [start:always]
class Fails(nn.Module):
    def forward(self, inputs):
        raise ValueError("no luck")


fails = Fails()
fails.register_forward_hook(lambda *_: print("a plain hook"))
fails.register_forward_hook(lambda *_: print("always_call ran"), always_call=True)
try:
    fails(torch.ones(1))
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > always_call ran
# > ValueError: no luck
# --8<-- [end:always]

# --8<-- [start:backward]
model = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 2))


def show(module, grad_input, grad_output):
    above, on = tuple(grad_output[0].shape), tuple(grad_input[0].shape)
    print(f"{type(module).__name__:6} from above {above}, passed on {on}")


for layer in model:
    layer.register_full_backward_hook(show)
model(torch.ones(5, 4).requires_grad_()).sum().backward()
# > Linear from above (5, 2), passed on (5, 8)
# > Tanh   from above (5, 8), passed on (5, 8)
# > Linear from above (5, 8), passed on (5, 4)
# --8<-- [end:backward]

# --8<-- [start:replace-gradient]
layer = nn.Linear(2, 1, bias=False)
nn.init.ones_(layer.weight)
inputs = torch.ones(1, 2, requires_grad=True)


def input_gradient():
    inputs.grad = None
    layer(inputs).sum().backward()
    return inputs.grad.tolist()


print(f"no hook:          {input_gradient()}")
# > no hook:          [[1.0, 1.0]]
entering = layer.register_full_backward_pre_hook(lambda module, out: (out[0] * 10,))
print(f"backward_pre:     {input_gradient()}")
# > backward_pre:     [[10.0, 10.0]]
leaving = layer.register_full_backward_hook(lambda module, into, out: (-into[0],))
print(f"and full_backward {input_gradient()}")
# > and full_backward [[-10.0, -10.0]]
# --8<-- [end:replace-gradient]
