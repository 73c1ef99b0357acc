# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = [
#     "math.softmax-train",
#     "math.onehot-inference",
#     "math.onehot-efficient",
# ]
# ///
"""Where softmax, argmax and one-hot stand in training and in inference."""

import torch
from torch.nn import functional as F

# --8<-- [start:inside]
logits = torch.tensor([[4.0, 1.0, 0.0]])  # the output of the model, as it is
targets = torch.tensor([0])
print(f"{F.cross_entropy(logits, targets).item()=:.4f}")
# > F.cross_entropy(logits, targets).item()=0.0659
log_p = logits.log_softmax(dim=1)
print(f"{F.nll_loss(log_p, targets).item()=:.4f}")
# > F.nll_loss(log_p, targets).item()=0.0659
print(f"{-log_p[0, 0].item()=:.4f}")
# > -log_p[0, 0].item()=0.0659
# --8<-- [end:inside]

# --8<-- [start:gradient]
logits = torch.tensor([[4.0, 1.0, 0.0]], requires_grad=True)
F.cross_entropy(logits, targets).backward()
y = F.one_hot(targets, num_classes=3)
print(f"{logits.grad=}")
# > logits.grad=tensor([[-0.0638,  0.0466,  0.0171]])
print(f"{(logits.softmax(dim=1) - y).detach()=}")
# > (logits.softmax(dim=1) - y).detach()=tensor([[-0.0638,  0.0466,  0.0171]])
# --8<-- [end:gradient]

# --8<-- [start:twice]
wrong = torch.tensor([[0.0, 20.0, 0.0]], requires_grad=True)  # sure and wrong
for name, outputs in {"once": wrong, "twice": wrong.softmax(dim=1)}.items():
    loss = F.cross_entropy(outputs, targets)
    (grad,) = torch.autograd.grad(loss, wrong)
    print(
        f"softmax {name:5}: {loss.item()=:.2f} largest {grad.abs().max().item():.0e}"
    )
# > softmax once : loss.item()=20.00 largest 1e+00
# > softmax twice: loss.item()=1.55 largest 3e-09
# --8<-- [end:twice]

# --8<-- [start:targets]
logits = torch.tensor([[4.0, 1.0, 0.0], [0.0, 2.0, 3.0]])
targets = torch.tensor([0, 1])
one_hot = F.one_hot(targets, num_classes=3).float()
print(f"indices {F.cross_entropy(logits, targets):.4f}")
# > indices 0.7074
print(f"one-hot {F.cross_entropy(logits, one_hot):.4f}")
# > one-hot 0.7074
# --8<-- [end:targets]

# --8<-- [start:inference]
print(f"{logits.argmax(dim=1)=}")
# > logits.argmax(dim=1)=tensor([0, 2])
print(f"{logits.softmax(dim=1).argmax(dim=1)=}")
# > logits.softmax(dim=1).argmax(dim=1)=tensor([0, 2])
# --8<-- [end:inference]

# --8<-- [start:bytes]
labels = torch.randint(1000, (64,))  # 64 samples, 1,000 classes
one_hot = F.one_hot(labels, num_classes=1000)
print(f"{labels.nbytes=} {one_hot.nbytes=}")
# > labels.nbytes=512 one_hot.nbytes=512000
# --8<-- [end:bytes]
