# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What clipping leaves as it is: small gradients, NaN, Adam's step length."""

import torch
from torch import nn

# --8<-- [start:vanishing]
torch.manual_seed(0)
layers = [module for _ in range(20) for module in (nn.Linear(8, 8), nn.Sigmoid())]
model = nn.Sequential(*layers)
model(torch.randn(16, 8)).sum().backward()
norms = [model[i].weight.grad.norm().item() for i in (0, 20, 38)]
print("first, middle, last layer", " ".join(f"{norm:.0e}" for norm in norms))
# > first, middle, last layer 6e-17 8e-08 2e+01

nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
norms = [model[i].weight.grad.norm().item() for i in (0, 20, 38)]
print("clipped                 ", " ".join(f"{norm:.0e}" for norm in norms))
# > clipped                  3e-18 4e-09 8e-01
# --8<-- [end:vanishing]

# --8<-- [start:nan]
weight = nn.Parameter(torch.zeros(3))
for broken in (float("nan"), float("inf")):
    weight.grad = torch.tensor([1.0, 2.0, broken])
    norm = nn.utils.clip_grad_norm_([weight], max_norm=1.0)
    print(f"norm {norm}, gradient {weight.grad.tolist()}")
# > norm nan, gradient [nan, nan, nan]
# > norm inf, gradient [0.0, 0.0, nan]

weight.grad = torch.tensor([5.0, float("inf"), float("nan")])
nn.utils.clip_grad_value_([weight], clip_value=1.0)
print(f"by value: {weight.grad.tolist()}")
# > by value: [1.0, 1.0, nan]

optimizer = torch.optim.AdamW([weight], lr=0.1)
for grad in ([1.0, 2.0, 3.0], [1.0, float("nan"), 3.0], [1.0, 2.0, 3.0]):
    weight.grad = torch.tensor(grad)
    norm = nn.utils.clip_grad_norm_([weight], max_norm=1.0)
    if norm.isfinite():
        optimizer.step()
    else:
        print("skipped a step")
# > skipped a step
print(f"{weight.isfinite().all()=}")
# > weight.isfinite().all()=tensor(True)
# --8<-- [end:nan]

# --8<-- [start:adam]
torch.manual_seed(0)
inputs, targets = torch.randn(64, 4), torch.randn(64, 1)
criterion = nn.MSELoss()


def way(optimizer_class, max_norm, steps=10):
    torch.manual_seed(1)
    model = nn.Linear(4, 1)
    optimizer = optimizer_class(model.parameters(), lr=0.01)
    start = nn.utils.parameters_to_vector(model.parameters()).detach()
    for _ in range(steps):
        optimizer.zero_grad()
        criterion(model(inputs), targets).backward()
        nn.utils.clip_grad_norm_(model.parameters(), max_norm)
        optimizer.step()
    end = nn.utils.parameters_to_vector(model.parameters()).detach()
    return (end - start).norm().item()


limits = (float("inf"), 0.1, 0.01)
print("how far ten steps go, max_norm", limits)
# > how far ten steps go, max_norm (inf, 0.1, 0.01)
for optimizer_class in (torch.optim.SGD, torch.optim.AdamW):
    ways = [way(optimizer_class, max_norm) for max_norm in limits]
    print(f"{optimizer_class.__name__:5}", " ".join(f"{w:.3f}" for w in ways))
# > SGD   0.119 0.010 0.001
# > AdamW 0.205 0.207 0.207
# --8<-- [end:adam]
