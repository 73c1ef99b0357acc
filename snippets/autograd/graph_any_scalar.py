# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["backward.difference", "train.chain-because-module"]
# ///
"""backward() differentiates the scalar it is called on: no labels, no difference and no nn.Module are needed."""

import torch
from torch import nn
from torch.nn import functional as F

# --8<-- [start:any]
w = torch.tensor([1.0, 2.0], requires_grad=True)
value = w[0] * w[1] + w[0].sin()  # no target, no difference
value.backward()

a, b = w.detach()
print(f"backward: {[round(grad, 4) for grad in w.grad.tolist()]}")
# > backward: [2.5403, 1.0]
print(f"by hand:  {[round(grad, 4) for grad in ((b + a.cos()).item(), a.item())]}")
# > by hand:  [2.5403, 1.0]
# --8<-- [end:any]

# --8<-- [start:chain]
logits, targets = w.unsqueeze(0), torch.tensor([0])  # (1, 2), (1,)

for name, loss in (
    ("nn.CrossEntropyLoss", nn.CrossEntropyLoss()(logits, targets)),
    ("F.cross_entropy", F.cross_entropy(logits, targets)),
    ("plain arithmetic", (logits**2).mean()),
):
    below = loss.grad_fn.next_functions[0][0]
    print(f"{name:19} {loss.item():.4f} {loss.grad_fn.name()} -> {below.name()}")
# > nn.CrossEntropyLoss 1.3133 NllLossBackward0 -> LogSoftmaxBackward0
# > F.cross_entropy     1.3133 NllLossBackward0 -> LogSoftmaxBackward0
# > plain arithmetic    2.5000 MeanBackward0 -> PowBackward0
# --8<-- [end:chain]
