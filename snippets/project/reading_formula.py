# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A formula of a paper, line by line, against what PyTorch computes."""

import torch
from torch import nn

torch.manual_seed(0)

# --8<-- [start:formula]
x = torch.randn(2, 5)  # (batch, features)

mean = x.mean(dim=1, keepdim=True)  # mu = 1/H sum_i x_i
variance = x.var(
    dim=1, keepdim=True, correction=0
)  # sigma^2 = 1/H sum_i (x_i - mu)^2
by_hand = (x - mean) / torch.sqrt(variance + 1e-5)

print(torch.allclose(by_hand, nn.LayerNorm(5)(x), atol=1e-6))
# > True
other = (x - mean) / torch.sqrt(
    x.var(dim=1, keepdim=True) + 1e-5
)  # divides by H - 1
print(torch.allclose(other, nn.LayerNorm(5)(x), atol=1e-6))
# > False
# --8<-- [end:formula]

# --8<-- [start:dropout]
p = 0.5  # probability to drop
x = torch.ones(100_000)
kept = torch.rand(100_000) > p
paper_train, paper_test = x * kept, x * (1 - p)  # the paper scales when it tests
dropout = nn.Dropout(p)
torch_train, torch_test = (
    dropout(x),
    dropout.eval()(x),
)  # PyTorch scales in training
print(f"paper:   training {paper_train.mean():.2f}, test {paper_test.mean():.2f}")
# > paper:   training 0.50, test 0.50
print(f"PyTorch: training {torch_train.mean():.2f}, test {torch_test.mean():.2f}")
# > PyTorch: training 1.00, test 1.00
# --8<-- [end:dropout]
