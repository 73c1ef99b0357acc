# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What torch.func and vmap refuse, and a zero without a message."""

import torch
from torch import nn
from torch.func import functional_call, vmap

torch.manual_seed(0)


# --8<-- [start:rules]
def message(call):
    try:
        return call()
    except (RuntimeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


print(message(lambda: torch.func.grad(lambda t: t**3)(torch.ones(2))))
# > RuntimeError: grad_and_value(f)(*args): Expected f(*args) to return a scalar Tensor, got tensor with 1 dims. Maybe you wanted to use the vjp or jacrev APIs instead?
print(message(lambda: torch.func.grad(lambda t: t**3)(2.0)))
# > ValueError: Thing passed to transform API must be Tensor, got <class 'float'>
print(message(lambda: vmap(lambda t: t.item())(torch.ones(2))))
# > RuntimeError: vmap: It looks like you're calling .item() on a Tensor. We don't support vmap over calling .item() on a Tensor, please try to rewrite what you're doing with other operations. If error is occurring somewhere inside PyTorch internals, please file a bug report.
print(message(lambda: vmap(lambda t: t if t > 0 else -t)(torch.ones(2))))
# > RuntimeError: vmap: It looks like you're attempting to use a Tensor in some data-dependent control flow. We don't support that yet, please file an issue at https://github.com/pytorch/pytorch/issues .
# <= 2.11
# > RuntimeError: vmap: It looks like you're attempting to use a Tensor in some data-dependent control flow. We don't support that yet, please shout over at https://github.com/pytorch/functorch/issues/257 .
# --8<-- [end:rules]

# --8<-- [start:layers]
inputs = torch.randn(4, 3)


def gradients(model, **options):
    parameters = {name: p.detach() for name, p in model.named_parameters()}

    def output(parameters, x):  # of one sample
        return functional_call(model, parameters, (x.unsqueeze(0),)).sum()

    each = vmap(torch.func.grad(output), in_dims=(None, 0), **options)
    return tuple(each(parameters, inputs)["0.weight"].shape)


dropout = nn.Sequential(nn.Linear(3, 2), nn.Dropout(), nn.Linear(2, 1))
print(message(lambda: gradients(dropout)))
# > RuntimeError: vmap: called random operation while in randomness error mode. Please either use the 'same' or 'different' randomness flags on vmap or perform the randomness operation out of vmap
print("randomness='different':", gradients(dropout, randomness="different"))
# > randomness='different': (4, 2, 3)

norm = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2), nn.Linear(2, 1))
print(message(lambda: gradients(norm)))
# > RuntimeError: During a grad (vjp, jvp, grad, etc) transform, the function provided attempted to call in-place operation (aten::add_.Tensor) that would mutate a captured Tensor. This is not supported; please rewrite the function being transformed to explicitly accept the mutated Tensor(s) as inputs.
print("eval():", gradients(norm.eval()))
# > eval(): (4, 2, 3)
layer_norm = nn.Sequential(nn.Linear(3, 2), nn.LayerNorm(2), nn.Linear(2, 1))
print("LayerNorm:", gradients(layer_norm))
# > LayerNorm: (4, 2, 3)
# --8<-- [end:layers]

# --8<-- [start:zero]
x = torch.tensor(2.0, requires_grad=True)
print(torch.func.grad(lambda t: (t**3).detach())(torch.tensor(2.0)))
# > tensor(0.)
print(message(lambda: torch.autograd.grad((x**3).detach(), x)))
# > RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn
# --8<-- [end:zero]
