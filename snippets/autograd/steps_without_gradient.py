# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["steps_without_gradient.svg"]
# ///
"""Operations whose gradient is 0 or missing, and what to train with instead."""

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.nn import functional as F

# --8<-- [start:kinds]
for name, operation in (
    ("round", torch.round),
    ("floor", torch.floor),
    ("sign", torch.sign),
    ("x > 0", lambda x: (x > 0).float()),
    ("argmax", lambda x: x.argmax().float()),
    ("int()", lambda x: x.int().float()),
    ("max", torch.max),
    ("sort", lambda x: x.sort().values),
):
    x = torch.tensor([0.4, 1.6], requires_grad=True)
    output = operation(x).sum()
    if output.requires_grad:
        output.backward()
        print(f"{name:6} gradient {x.grad.tolist()}")
    else:
        print(f"{name:6} no gradient: cut off from x")
# > round  gradient [0.0, 0.0]
# > floor  gradient [0.0, 0.0]
# > sign   gradient [0.0, 0.0]
# > x > 0  no gradient: cut off from x
# > argmax no gradient: cut off from x
# > int()  no gradient: cut off from x
# > max    gradient [0.0, 1.0]
# > sort   gradient [1.0, 1.0]

x = torch.tensor([0.4, 1.6], requires_grad=True)
scale = torch.ones(2, requires_grad=True)
((x > 0) * scale).sum().backward()  # scale has a gradient, x is cut off
print(f"no message: {x.grad=} {scale.grad=}")
# > no message: x.grad=None scale.grad=tensor([1., 1.])
# --8<-- [end:kinds]

# --8<-- [start:accuracy]
torch.manual_seed(0)
points = torch.randn(200, 2)
labels = (points.sum(dim=1) > 0).long()
for optimizer_class, lr in ((torch.optim.SGD, 0.5), (torch.optim.AdamW, 0.05)):
    torch.manual_seed(0)
    model = nn.Linear(2, 2)
    optimizer = optimizer_class(model.parameters(), lr=lr)

    def accuracy(model=model):
        return (model(points).argmax(dim=1) == labels).float().mean()

    try:
        (1 - accuracy()).backward()
    except RuntimeError as error:
        print(f"accuracy as loss: {type(error).__name__}: {str(error)[:40]} ...")
    before = accuracy().item()
    for _ in range(100):
        optimizer.zero_grad()
        F.cross_entropy(model(points), labels).backward()
        optimizer.step()
    name = optimizer_class.__name__
    print(
        f"cross entropy, {name}: accuracy {before:.2f} -> {accuracy().item():.2f}"
    )
# > accuracy as loss: RuntimeError: element 0 of tensors does not require gr ...
# > cross entropy, SGD: accuracy 0.20 -> 0.99
# > accuracy as loss: RuntimeError: element 0 of tensors does not require gr ...
# > cross entropy, AdamW: accuracy 0.20 -> 0.99
# --8<-- [end:accuracy]

# --8<-- [start:gumbel]
logits = torch.tensor([0.0, 0.0, 0.0], requires_grad=True)
torch.manual_seed(0)
choice = F.gumbel_softmax(logits, hard=True)  # one of three, drawn at random
(choice * torch.tensor([0.1, 0.5, 1.0])).sum().backward()
print(choice.tolist(), "gradient is 0:", not logits.grad.any().item())
# > [0.0, 0.0, 1.0] gradient is 0: False

payoffs = torch.tensor([0.1, 0.5, 1.0])
for seed in range(3):
    torch.manual_seed(seed)
    logits = torch.zeros(3, requires_grad=True)
    optimizer = torch.optim.Adam([logits], lr=0.05)
    for _ in range(300):
        optimizer.zero_grad()
        choice = F.gumbel_softmax(logits, hard=True)
        (-(choice * payoffs).sum()).backward()
        optimizer.step()
    shares = [round(p, 2) for p in logits.softmax(0).tolist()]
    print(f"seed {seed}: probabilities {shares}")
# > seed 0: probabilities [0.0, 0.0, 1.0]
# > seed 1: probabilities [0.0, 0.0, 1.0]
# > seed 2: probabilities [0.0, 0.0, 1.0]
# --8<-- [end:gumbel]

# --8<-- [start:figure]
x = torch.linspace(-1.5, 2.5, 400)
figure, axes = plt.subplots(figsize=(4.6, 2.8))
axes.plot(x, x.round(), color="#1c7ed6", label="round(x): slope 0")
axes.plot(x, x, "--", color="#d9480f", label="what backward assumes: slope 1")
axes.set(xlabel="x")
axes.legend(frameon=False, fontsize=8)
figure.savefig("steps_without_gradient.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
