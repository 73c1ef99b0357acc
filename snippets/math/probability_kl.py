# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Entropy, cross-entropy and KL divergence by hand and in torch."""

import torch
from torch.distributions import Categorical, kl_divergence
from torch.nn import functional as F

# --8<-- [start:three]
p = torch.tensor([0.5, 0.4, 0.1])  # what is true
q = torch.tensor([0.3, 0.3, 0.4])  # what the model says

entropy = -(p * p.log()).sum()
cross_entropy = -(p * q.log()).sum()
kl = (p * (p / q).log()).sum()
print(f"{entropy=:.4f} {cross_entropy=:.4f} {kl=:.4f}")
# > entropy=0.9433 cross_entropy=1.1752 kl=0.2319
print(f"{entropy + kl=:.4f}")
# > entropy + kl=1.1752
# --8<-- [end:three]

# --8<-- [start:call]
print(f"{F.kl_div(q.log(), p, reduction='sum')=:.4f}")
# > F.kl_div(q.log(), p, reduction='sum')=0.2319
print(f"{kl_divergence(Categorical(p), Categorical(q))=:.4f}")
# > kl_divergence(Categorical(p), Categorical(q))=0.2319
# --8<-- [end:call]

# --8<-- [start:order]
print(f"KL(p, q) = {(p * (p / q).log()).sum():.4f}")
# > KL(p, q) = 0.2319
print(f"KL(q, p) = {(q * (q / p).log()).sum():.4f}")
# > KL(q, p) = 0.3150
print(f"KL(p, p) = {(p * (p / p).log()).sum():.4f}")
# > KL(p, p) = 0.0000
# --8<-- [end:order]

# --8<-- [start:training]
torch.manual_seed(0)
targets = torch.randn(4, 3).softmax(dim=1)  # soft targets, (batch, classes)
logits = torch.randn(4, 3, requires_grad=True)
losses = {
    "cross_entropy": F.cross_entropy(logits, targets),
    "kl_div": F.kl_div(logits.log_softmax(dim=1), targets, reduction="batchmean"),
}
for name, loss in losses.items():
    (grad,) = torch.autograd.grad(loss, logits)
    print(f"{name:13} {loss:.4f}   gradient of the first row {grad[0]}")
# > cross_entropy 1.5086   gradient of the first row tensor([-0.1830,  0.1654,  0.0176])
# > kl_div        0.7059   gradient of the first row tensor([-0.1830,  0.1654,  0.0176])
# --8<-- [end:training]

# --8<-- [start:reduction]
log_q = q.log().expand(4, 3)  # (batch, classes)
same = p.expand(4, 3)
for reduction in ("sum", "batchmean"):
    print(f"{reduction:9} {F.kl_div(log_q, same, reduction=reduction):.4f}")
# > sum       0.9274
# > batchmean 0.2319

print(f"mean      {F.kl_div(log_q, same):.4f}")
# > mean      0.0773
# ! UserWarning: reduction: 'mean' divides the total loss by both the batch size and the support size.'batchmean' divides only by the batch size, and aligns with the KL div math definition.'mean' will be changed to behave the same as 'batchmean' in the next major release.
# --8<-- [end:reduction]
