# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""nn.MultiheadAttention by hand, its options, and self- and cross-attention."""

import torch
from torch import nn
from torch.nn import functional as F

# --8<-- [start:by-hand]
torch.manual_seed(0)
attention = nn.MultiheadAttention(embed_dim=8, num_heads=2, batch_first=True)
inputs = torch.randn(4, 5, 8)  # (batch, seq, embed)
outputs, weights = attention(inputs, inputs, inputs)  # self-attention


def split(x):  # (4, 5, 8) -> (4, 2, 5, 4): two heads of four features each
    return x.unflatten(-1, (2, 4)).transpose(1, 2)


projected = inputs @ attention.in_proj_weight.T + attention.in_proj_bias
q, k, v = (split(part) for part in projected.chunk(3, dim=-1))
heads = F.scaled_dot_product_attention(q, k, v)  # (4, 2, 5, 4)
joined = heads.transpose(1, 2).flatten(2)  # (4, 5, 8)
by_hand = attention.out_proj(joined)
print(f"{torch.allclose(by_hand, outputs, atol=1e-6)=}")
# > torch.allclose(by_hand, outputs, atol=1e-6)=True
# --8<-- [end:by-hand]

# --8<-- [start:heads]
for num_heads in (1, 2, 8):
    layer = nn.MultiheadAttention(8, num_heads, batch_first=True)
    count = sum(p.numel() for p in layer.parameters())
    _, each = layer(inputs, inputs, inputs, average_attn_weights=False)
    print(f"{num_heads=}: {count} parameters, weights {list(each.shape)}")
# > num_heads=1: 288 parameters, weights [4, 1, 5, 5]
# > num_heads=2: 288 parameters, weights [4, 2, 5, 5]
# > num_heads=8: 288 parameters, weights [4, 8, 5, 5]
# --8<-- [end:heads]

# --8<-- [start:cross]
layer = nn.MultiheadAttention(8, 2, kdim=6, vdim=6, batch_first=True)
target, source = torch.randn(4, 3, 8), torch.randn(4, 7, 6)
outputs, weights = layer(target, source, source)  # 3 positions ask 7 others
print(f"outputs {list(outputs.shape)}, weights {list(weights.shape)}")
# > outputs [4, 3, 8], weights [4, 3, 7]
# --8<-- [end:cross]

# --8<-- [start:options]
print(attention(inputs, inputs, inputs, need_weights=False)[1])
# > None
print(f"weights by default {list(attention(inputs, inputs, inputs)[1].shape)}")
# > weights by default [4, 5, 5]
noisy = nn.MultiheadAttention(8, 2, dropout=0.5, batch_first=True)
for mode in (True, False):
    noisy.train(mode)
    a, b = (noisy(inputs, inputs, inputs)[0] for _ in range(2))
    print(f"dropout=0.5, train({mode}): the same twice: {torch.equal(a, b)}")
# > dropout=0.5, train(True): the same twice: False
# > dropout=0.5, train(False): the same twice: True
time_first = nn.MultiheadAttention(8, 2)  # takes (seq, batch, embed)
time_first.load_state_dict(attention.state_dict())
other = inputs.clone()
other[0] += 1  # another first sequence
for name, layer in (("batch_first=True", attention), ("the default", time_first)):
    a, b = (layer(x, x, x)[0][1] for x in (inputs, other))
    print(f"{name}: sequence 1 does not notice: {torch.allclose(a, b)}")
# > batch_first=True: sequence 1 does not notice: True
# > the default: sequence 1 does not notice: False
# --8<-- [end:options]
