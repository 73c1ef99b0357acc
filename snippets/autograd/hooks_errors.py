# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""The messages of a hook with the wrong arguments, on the wrong tensor, or beside an in-place layer."""

import torch
from torch import nn

# --8<-- [start:arguments]
layer = nn.Linear(2, 1)


def hook(module, output):  # a forward hook takes three
    print(output.shape)


handle = layer.register_forward_hook(hook)
try:
    layer(torch.ones(1, 2))
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: hook() takes 2 positional arguments but 3 were given
handle.remove()
# --8<-- [end:arguments]

# --8<-- [start:no-grad]
layer, frozen = nn.Linear(2, 1), nn.Linear(2, 1).requires_grad_(False)
inputs = torch.ones(1, 2)
with torch.no_grad():
    output = layer(inputs)
for tensor in (inputs, frozen.weight, output):
    try:
        tensor.register_hook(print)
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
# > RuntimeError: cannot register a hook on a tensor that doesn't require gradient
# > RuntimeError: cannot register a hook on a tensor that doesn't require gradient
# > RuntimeError: cannot register a hook on a tensor that doesn't require gradient

inputs.requires_grad_().register_hook(print)  # data: set the flag
(inputs * 3).sum().backward()
# > tensor([[3., 3.]])
frozen.requires_grad_().weight.register_hook(print)  # a parameter: unfreeze it
frozen(torch.ones(1, 2)).sum().backward()
# > tensor([[1., 1.]])
layer(torch.ones(1, 2)).register_hook(print).remove()  # no no_grad() around it
# --8<-- [end:no-grad]


# --8<-- [start:inplace]
def hooked(layer):
    layer.register_full_backward_hook(lambda *_: None)
    return layer


class Shortcut(nn.Module):
    def forward(self, inputs):
        outputs = hooked(nn.Linear(2, 2))(inputs)
        outputs += inputs  # in place
        return outputs


model = nn.Sequential(hooked(nn.Linear(2, 2)), nn.ReLU(inplace=True))
on_itself = nn.Sequential(nn.Linear(2, 2), hooked(nn.ReLU(inplace=True)))
for each in (model, on_itself, Shortcut()):
    try:
        each(torch.ones(1, 2, requires_grad=True))
    except RuntimeError as error:
        message = str(error).split(". ")[0]
        # PyTorch 2.11 says BackwardHookFunctionBackward
        message = message.replace("FunctionBackward", "Function")
        print(f"{type(error).__name__}: {message}")
# > RuntimeError: Output 0 of BackwardHookFunction is a view and is being modified inplace
# > RuntimeError: Output 0 of BackwardHookFunction is a view and is being modified inplace
# > RuntimeError: Output 0 of BackwardHookFunction is a view and is being modified inplace
# --8<-- [end:inplace]

# --8<-- [start:inplace-fixed]
for module in model.modules():
    if isinstance(module, nn.ReLU):
        module.inplace = False
print(f"{model(torch.ones(1, 2, requires_grad=True)).shape=}")
# > model(torch.ones(1, 2, requires_grad=True)).shape=torch.Size([1, 2])
# --8<-- [end:inplace-fixed]

# --8<-- [start:no-input]
layer = nn.Linear(2, 1)
layer.register_full_backward_hook(lambda module, into, out: print(f"{into=}"))
layer(torch.ones(1, 2)).sum().backward()
# > into=(None,)
# ! UserWarning: Full backward hook is firing when gradients are computed with respect to module outputs since no inputs require gradients. See https://docs.pytorch.org/docs/main/generated/torch.nn.Module.html#torch.nn.Module.register_full_backward_hook for more details.
# --8<-- [end:no-input]

# --8<-- [start:no-input-fixed]
nn.init.ones_(layer.weight)
layer(torch.ones(1, 2).requires_grad_()).sum().backward()
# > into=(tensor([[1., 1.]]),)
# --8<-- [end:no-input-fixed]


# --8<-- [start:non-full]
class DoubledSine(nn.Module):
    def forward(self, inputs):
        return (inputs * 2).sin()  # two operations


def show(module, grad_input, grad_output):
    print(f"grad_input {grad_input[0].item():.4f}")


for kind in ("register_backward_hook", "register_full_backward_hook"):
    model = DoubledSine()
    getattr(model, kind)(show)
    x = torch.ones(1, requires_grad=True)
    model(x).backward()
    print(f"{kind}: x.grad is {x.grad.item():.4f}")
# > grad_input -0.4161
# > register_backward_hook: x.grad is -0.8323
# > grad_input -0.8323
# > register_full_backward_hook: x.grad is -0.8323
# ! FutureWarning: Using a non-full backward hook when the forward contains multiple autograd Nodes is deprecated and will be removed in future versions. This hook will be missing some grad_input. Please use register_full_backward_hook to get the documented behavior.
# --8<-- [end:non-full]
