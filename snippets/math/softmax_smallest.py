# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Scores to probabilities, scores to a class, a class to a vector."""

import torch
from torch.nn import functional as F

# --8<-- [start:three]
logits = torch.tensor([[2.0, 1.0, 0.1], [-1.0, 3.0, 2.5]])  # (batch, classes)

probabilities = logits.softmax(dim=1)  # each row sums to 1
classes = logits.argmax(dim=1)  # (batch,), no softmax needed
one_hot = F.one_hot(classes, num_classes=3)  # (batch, classes), int64

print(probabilities)
# > tensor([[0.6590, 0.2424, 0.0986],
# >         [0.0113, 0.6154, 0.3733]])
print(f"{classes=}")
# > classes=tensor([0, 1])
print(f"{one_hot=}")
# > one_hot=tensor([[1, 0, 0],
# >         [0, 1, 0]])
# --8<-- [end:three]

# --8<-- [start:by-hand]
z = logits[0]
p = z.exp() / z.exp().sum()
print(f"exp {z.exp()}, sum {z.exp().sum():.4f}")
# > exp tensor([7.3891, 2.7183, 1.1052]), sum 11.2125
print(f"{p=} {p.sum().item()=:.4f}")
# > p=tensor([0.6590, 0.2424, 0.0986]) p.sum().item()=1.0000

print(f"{(p[0] / p[1]).item():.4f} {(z[0] - z[1]).exp().item():.4f}")
# > 2.7183 2.7183
print(f"{(z + 100).softmax(dim=0)=}")
# > (z + 100).softmax(dim=0)=tensor([0.6590, 0.2424, 0.0986])
print(f"{(z * 5).softmax(dim=0)=}")
# > (z * 5).softmax(dim=0)=tensor([9.9323e-01, 6.6924e-03, 7.4345e-05])
# --8<-- [end:by-hand]

# --8<-- [start:plain]
z = torch.tensor([2.0, -1.0, -1.0])
print(f"{z.sum().item()=} {z / z.sum()=}")
# > z.sum().item()=0.0 z / z.sum()=tensor([inf, -inf, -inf])

for offset in [-0.5, 0.5, 2.0]:  # the same differences each time
    scores = z + offset
    print(f"{offset=:4}: {scores / scores.sum()}, softmax {scores.softmax(dim=0)}")
# > offset=-0.5: tensor([-1.,  1.,  1.]), softmax tensor([0.9094, 0.0453, 0.0453])
# > offset= 0.5: tensor([ 1.6667, -0.3333, -0.3333]), softmax tensor([0.9094, 0.0453, 0.0453])
# > offset= 2.0: tensor([0.6667, 0.1667, 0.1667]), softmax tensor([0.9094, 0.0453, 0.0453])
# --8<-- [end:plain]

# --8<-- [start:back]
print(f"{one_hot.argmax(dim=1)=}")
# > one_hot.argmax(dim=1)=tensor([0, 1])
print(f"{one_hot.shape=} {one_hot.dtype=}")
# > one_hot.shape=torch.Size([2, 3]) one_hot.dtype=torch.int64
weight = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])  # (classes, 2)
print(f"{torch.equal(one_hot.float() @ weight, weight[classes])=}")
# > torch.equal(one_hot.float() @ weight, weight[classes])=True
# --8<-- [end:back]

# --8<-- [start:sigmoid]
z = torch.tensor([-2.0, 0.0, 3.0])  # one logit a sample: yes against no
two = torch.stack([z, torch.zeros(3)], dim=1)  # (batch, 2)
print(f"{z.sigmoid()=}")
# > z.sigmoid()=tensor([0.1192, 0.5000, 0.9526])
print(f"{two.softmax(dim=1)[:, 0]=}")
# > two.softmax(dim=1)[:, 0]=tensor([0.1192, 0.5000, 0.9526])

z = torch.tensor([[2.0, 2.0, -1.0]])
print(f"softmax {z.softmax(dim=1)}  sum {z.softmax(dim=1).sum():.2f}")
# > softmax tensor([[0.4879, 0.4879, 0.0243]])  sum 1.00
print(f"sigmoid {z.sigmoid()}  sum {z.sigmoid().sum():.2f}")
# > sigmoid tensor([[0.8808, 0.8808, 0.2689]])  sum 2.03
# --8<-- [end:sigmoid]
