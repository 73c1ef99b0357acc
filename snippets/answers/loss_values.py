# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Losses that are negative, zero at once, or not the number that you expect."""

import math

import torch
from torch import nn
from torch.nn import functional as F

# --8<-- [start:ln]
for classes in (2, 10):
    print(f"ln({classes}) = {math.log(classes):.3f}")
# > ln(2) = 0.693
# > ln(10) = 2.303
# --8<-- [end:ln]

# --8<-- [start:negative]
torch.manual_seed(0)
logits = torch.randn(8, 3)
targets = torch.randint(0, 3, (8,))
binary = torch.tensor([1.0, 2.0])  # classes counted from 1
two = torch.tensor([3.0, 3.0])  # logits

print(f"NLLLoss on probabilities {F.nll_loss(logits.softmax(1), targets):.2f}")
# > NLLLoss on probabilities -0.36
print(f"NLLLoss on log_softmax   {F.nll_loss(logits.log_softmax(1), targets):.2f}")
# > NLLLoss on log_softmax   1.33
bce = F.binary_cross_entropy_with_logits
print(f"BCE, targets 1 and 2     {bce(two, binary):.2f}")
# > BCE, targets 1 and 2     -1.45
print(f"BCE, targets 0 and 1     {bce(two, binary - 1):.2f}")
# > BCE, targets 0 and 1     1.55
mean, value = torch.zeros(8), torch.zeros(8)
for variance in (1.0, 0.01):
    nll = F.gaussian_nll_loss(mean, value, torch.full((8,), variance))
    print(f"GaussianNLL, variance {variance:<4} {nll:.2f}")
# > GaussianNLL, variance 1.0  0.00
# > GaussianNLL, variance 0.01 -2.30
# --8<-- [end:negative]

# --8<-- [start:zero]
one = torch.randn(8, 1, requires_grad=True)
loss = F.cross_entropy(one, torch.zeros(8, dtype=torch.int64))
loss.backward()
print(f"one output:       loss {loss:.2f}, gradient {one.grad.abs().max():.2f}")
# > one output:       loss 0.00, gradient 0.00
right = torch.randint(0, 2, (8,)).float()
loss = bce(one.squeeze(1), right)
print(f"one output, BCE:  loss {loss:.2f}")
# > one output, BCE:  loss 0.73

same = F.mse_loss(logits, logits)
print(f"targets = inputs: loss {same:.2f}")
# > targets = inputs: loss 0.00
mask = torch.zeros(8, 3)
print(f"all masked out:   loss {(F.relu(logits) * mask).sum():.2f}")
# > all masked out:   loss 0.00
ignored = F.cross_entropy(logits, torch.full((8,), -100))
print(f"all ignored:      loss {ignored:.2f}")
# > all ignored:      loss nan
# --8<-- [end:zero]

# --8<-- [start:other-number]
losses = F.cross_entropy(logits, targets, reduction="none")  # (8,)
mean = losses.mean()
print(f"{torch.allclose(F.cross_entropy(logits, targets), mean)=}")
# > torch.allclose(F.cross_entropy(logits, targets), mean)=True

total = F.cross_entropy(logits, targets, reduction="sum")
print(f"sum / mean      {total / mean:.2f}, the number of rows")
# > sum / mean      8.00, the number of rows

parts = [losses[:6].mean(), losses[6:].mean()]  # a short last batch
print(f"whole {mean:.3f}, mean of batch means {sum(parts) / 2:.3f}")
# > whole 1.332, mean of batch means 1.438
whole = (parts[0] * 6 + parts[1] * 2) / 8
print(f"weighted by batch size {whole:.3f}")
# > weighted by batch size 1.332

weight = torch.tensor([1.0, 1.0, 5.0])
weighted = F.cross_entropy(logits, targets, weight=weight)
by_hand = (losses * weight[targets]).sum() / weight[targets].sum()
print(f"{torch.allclose(weighted, by_hand)=}, {torch.allclose(weighted, mean)=}")
# > torch.allclose(weighted, by_hand)=True, torch.allclose(weighted, mean)=False

sure = logits * 100  # every row is right, with probability 1
answers = sure.argmax(1)
smooth = F.cross_entropy(sure, answers, label_smoothing=0.1)
plain = F.cross_entropy(sure, answers)
print(f"all right: {plain:.2f}, with smoothing above 1: {bool(smooth > 1)}")
# > all right: 0.00, with smoothing above 1: True

model = nn.Sequential(nn.Dropout(0.5), nn.Linear(3, 3))
train_loss = F.cross_entropy(model(logits), targets)
eval_loss = F.cross_entropy(model.eval()(logits), targets)
print(f"Dropout, the same loss in eval(): {bool(train_loss == eval_loss)}")
# > Dropout, the same loss in eval(): False
# --8<-- [end:other-number]
