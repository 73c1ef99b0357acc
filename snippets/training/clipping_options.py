# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""clip_grad_norm_, clip_grad_value_, one call per parameter, other norms."""

import torch
from torch import nn

# --8<-- [start:direction]
start = [torch.tensor([3.0, -0.1]), torch.tensor([0.2])]


def fresh():
    parameters = [nn.Parameter(torch.zeros_like(grad)) for grad in start]
    for parameter, grad in zip(parameters, start, strict=True):
        parameter.grad = grad.clone()
    return parameters


def report(name, parameters):
    old = torch.cat(start)
    new = torch.cat([parameter.grad for parameter in parameters])
    cosine = torch.cosine_similarity(old, new, dim=0)
    numbers = " ".join(f"{value:6.3f}" for value in new.tolist())
    print(f"{name:14} {numbers}   length {new.norm():.2f}   cosine {cosine:.2f}")


report("as it was", fresh())
# > as it was       3.000 -0.100  0.200   length 3.01   cosine 1.00

parameters = fresh()
nn.utils.clip_grad_norm_(parameters, max_norm=0.5)
report("total norm", parameters)
# > total norm      0.499 -0.017  0.033   length 0.50   cosine 1.00

parameters = fresh()
for parameter in parameters:
    nn.utils.clip_grad_norm_(parameter, max_norm=0.5)
report("each its norm", parameters)
# > each its norm   0.500 -0.017  0.200   length 0.54   cosine 0.95

parameters = fresh()
nn.utils.clip_grad_value_(parameters, clip_value=0.5)
report("by value", parameters)
# > by value        0.500 -0.100  0.200   length 0.55   cosine 0.94
# --8<-- [end:direction]

# --8<-- [start:norm-type]
for norm_type in (2.0, 1.0, float("inf")):
    parameters = fresh()
    norm = nn.utils.clip_grad_norm_(parameters, 0.5, norm_type=norm_type)
    report(f"{norm_type=}", parameters)
    print(f"returned {norm:.2f}")
# > norm_type=2.0   0.499 -0.017  0.033   length 0.50   cosine 1.00
# > returned 3.01
# > norm_type=1.0   0.455 -0.015  0.030   length 0.46   cosine 1.00
# > returned 3.30
# > norm_type=inf   0.500 -0.017  0.033   length 0.50   cosine 1.00
# > returned 3.00
# --8<-- [end:norm-type]

# --8<-- [start:foreach]
results = []
for foreach in (None, True, False):
    parameters = fresh()
    nn.utils.clip_grad_norm_(parameters, 0.5, foreach=foreach)
    results.append(torch.cat([parameter.grad for parameter in parameters]))
print("foreach: same", all(torch.allclose(results[0], r) for r in results))
# > foreach: same True

parameters = fresh()
grads = [parameter.grad for parameter in parameters]
norm = nn.utils.get_total_norm(grads)
nn.utils.clip_grads_with_norm_(parameters, 0.5, norm)
print("two calls: same", torch.allclose(torch.cat(grads), results[0]))
# > two calls: same True
# --8<-- [end:foreach]
