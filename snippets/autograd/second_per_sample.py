# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""torch.func on a module: gradients of each sample at once."""

import torch
from torch import nn
from torch.func import functional_call, grad, vmap
from torch.nn import functional as F

# --8<-- [start:per-sample]
torch.manual_seed(0)
model = nn.Linear(3, 2)
inputs, targets = torch.rand(5, 3), torch.randint(2, (5,))
parameters = {name: p.detach() for name, p in model.named_parameters()}


def loss_of(parameters, x, target):
    logits = functional_call(model, parameters, (x,))  # (classes,)
    return F.cross_entropy(logits, target)


each = vmap(grad(loss_of), in_dims=(None, 0, 0))(parameters, inputs, targets)
print({name: tuple(g.shape) for name, g in each.items()})
# > {'weight': (5, 2, 3), 'bias': (5, 2)}

F.cross_entropy(model(inputs), targets).backward()
print(f"{torch.allclose(each['weight'].mean(dim=0), model.weight.grad)=}")
# > torch.allclose(each['weight'].mean(dim=0), model.weight.grad)=True
print(f"length a sample: {each['weight'].flatten(1).norm(dim=1)}")
# > length a sample: tensor([0.6523, 0.3687, 0.4871, 0.5422, 0.8775])
# --8<-- [end:per-sample]
