# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Attention by hand, and torch's own."""

import torch
from torch.nn import functional as F

# --8<-- [start:answer]
queries = torch.randn(1, 3, 8)  # 3 positions ask
keys = torch.randn(1, 5, 8)  # 5 positions are compared with
values = torch.randn(1, 5, 8)  # and hand out these
outputs = F.scaled_dot_product_attention(queries, keys, values)  # (1, 3, 8)
# --8<-- [end:answer]

# --8<-- [start:by-hand]
scores = queries @ keys.transpose(-2, -1) / 8**0.5  # (1, 3, 5)
weights = scores.softmax(dim=-1)  # each row adds up to 1
by_hand = weights @ values  # (1, 3, 8)
print(f"{torch.allclose(by_hand, outputs, atol=1e-6)=}")
# > torch.allclose(by_hand, outputs, atol=1e-6)=True
print(f"{torch.allclose(weights.sum(-1), torch.ones(1, 3))=}")
# > torch.allclose(weights.sum(-1), torch.ones(1, 3))=True
# --8<-- [end:by-hand]

# --8<-- [start:lookup]
keys = torch.eye(3)  # three keys that have nothing in common
values = torch.tensor([[10.0], [20.0], [60.0]])
for strength in (0, 2, 20):
    query = strength * keys[1]
    weights = (query @ keys.T / 3**0.5).softmax(-1)
    answer = (weights @ values).item()
    print(f"{strength=:>2}: weights {[f'{w:.2f}' for w in weights]}, {answer:.1f}")
# > strength= 0: weights ['0.33', '0.33', '0.33'], 30.0
# > strength= 2: weights ['0.19', '0.61', '0.19'], 25.8
# > strength=20: weights ['0.00', '1.00', '0.00'], 20.0
# --8<-- [end:lookup]

# --8<-- [start:order]
keys, values = torch.randn(1, 5, 8), torch.randn(1, 5, 8)
order = torch.tensor([3, 0, 4, 1, 2])
straight = F.scaled_dot_product_attention(queries, keys, values)
shuffled = F.scaled_dot_product_attention(queries, keys[:, order], values[:, order])
print(f"{torch.allclose(straight, shuffled, atol=1e-6)=}")
# > torch.allclose(straight, shuffled, atol=1e-6)=True
# --8<-- [end:order]
