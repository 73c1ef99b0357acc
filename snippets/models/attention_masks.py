# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["attention_masks.svg"]
# ///
"""Masks: which value means ignore, padding, causal masks, rows without a key."""

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(0)

# --8<-- [start:which-value]
x = torch.randn(1, 3, 4)  # (batch, seq, embed)
mask = torch.tensor([[True, False, False]]).expand(3, 3)  # True in column 0 only
layer = nn.MultiheadAttention(4, 1, batch_first=True)
_, weights = layer(x, x, x, attn_mask=mask)
print("MultiheadAttention, column 0:", weights[0, :, 0].tolist())
# > MultiheadAttention, column 0: [0.0, 0.0, 0.0]
out = F.scaled_dot_product_attention(x, x, x, attn_mask=mask)
print(
    "scaled_dot_product_attention, only value 0:", torch.equal(out[:, 0], x[:, 0])
)
# > scaled_dot_product_attention, only value 0: True
added = torch.zeros(3, 3).masked_fill(mask, float("-inf"))  # added to the scores
_, same = layer(x, x, x, attn_mask=added)
print(f"a float mask of -inf: {torch.allclose(same, weights)=}")
# > a float mask of -inf: torch.allclose(same, weights)=True
a = F.scaled_dot_product_attention(x, x, x, attn_mask=added)
b = F.scaled_dot_product_attention(x, x, x, attn_mask=~mask)
print(f"the same float mask in the function: {torch.allclose(a, b)=}")
# > the same float mask in the function: torch.allclose(a, b)=True
# --8<-- [end:which-value]

# --8<-- [start:padding]
lengths = torch.tensor([2, 4])
inputs = torch.randn(2, 4, 8)
ignore = torch.arange(4) >= lengths[:, None]  # (batch, seq), True at the padding
print(ignore.tolist())
# > [[False, False, True, True], [False, False, False, False]]
layer = nn.MultiheadAttention(8, 2, batch_first=True)
other = inputs.clone()
other[0, 2:] = 100.0  # another padding
for name, padding_mask in (("no mask", None), ("key_padding_mask", ignore)):
    a, b = (
        layer(i, i, i, key_padding_mask=padding_mask)[0] for i in (inputs, other)
    )
    same = torch.allclose(a[0, :2], b[0, :2])
    print(f"{name}: the padding changes nothing: {same}")
# > no mask: the padding changes nothing: False
# > key_padding_mask: the padding changes nothing: True

q = k = v = inputs[:, None]  # (batch, heads, seq, features)
take_part = ~ignore[:, None, None, :]  # (batch, 1, 1, keys)
print(list(F.scaled_dot_product_attention(q, k, v, attn_mask=take_part).shape))
# > [2, 1, 4, 8]
# --8<-- [end:padding]

# --8<-- [start:causal]
future = torch.ones(4, 4, dtype=torch.bool).triu(diagonal=1)  # True: ignore
print(future.int().tolist())
# > [[0, 1, 1, 1], [0, 0, 1, 1], [0, 0, 0, 1], [0, 0, 0, 0]]
_, weights = layer(inputs, inputs, inputs, attn_mask=future)
print(f"weights on the future: {weights[:, future].abs().max():.1f}")
# > weights on the future: 0.0
a = F.scaled_dot_product_attention(q, k, v, is_causal=True)
b = F.scaled_dot_product_attention(q, k, v, attn_mask=~future)
print(f"{torch.allclose(a, b, atol=1e-6)=}")
# > torch.allclose(a, b, atol=1e-6)=True
later = inputs.clone()
later[:, 3] += 1  # another last position
moved = layer(later, later, later, attn_mask=future)[0]
moved = moved - layer(inputs, inputs, inputs, attn_mask=future)[0]
print(f"positions that moved: {(moved.abs().amax((0, 2)) > 1e-6).tolist()}")
# > positions that moved: [False, False, False, True]
# --8<-- [end:causal]

# --8<-- [start:nothing-left]
everything = torch.tensor([[True] * 4, [False] * 4])  # sequence 0 is all padding
out, _ = layer(inputs, inputs, inputs, key_padding_mask=everything)
print(f"MultiheadAttention: NaN by sequence {out.isnan().any(2).any(1).tolist()}")
# > MultiheadAttention: NaN by sequence [True, False]
out, _ = layer(*[inputs] * 3, key_padding_mask=everything, need_weights=False)
print(f"need_weights=False: NaN by sequence {out.isnan().any(2).any(1).tolist()}")
# > need_weights=False: NaN by sequence [False, False]
layer.eval()
with torch.no_grad():  # here the layer takes another, faster way
    out, _ = layer(*[inputs] * 3, key_padding_mask=everything, need_weights=False)
print(f"eval(), no_grad(): NaN by sequence {out.isnan().any(2).any(1).tolist()}")
# > eval(), no_grad(): NaN by sequence [True, False]
nothing = ~everything[:, None, None, :]
out = F.scaled_dot_product_attention(q, k, v, attn_mask=nothing)
print(f"scaled_dot_product_attention: {out[0].abs().max():.1f}")
# > scaled_dot_product_attention: 0.0
# --8<-- [end:nothing-left]

figure, panels = plt.subplots(1, 3, figsize=(4.8, 2.1), layout="constrained")
_, plain = layer(inputs, inputs, inputs)
_, padded = layer(inputs, inputs, inputs, key_padding_mask=ignore)
for axes, title, shown in zip(
    panels, ("no mask", "padding", "causal"), (plain, padded, weights), strict=True
):
    axes.imshow(shown[0].detach().numpy(), cmap="Blues", vmin=0, vmax=1)
    axes.set(title=title, xlabel="key", xticks=range(4), yticks=range(4))
panels[0].set_ylabel("query")
figure.savefig("attention_masks.svg")
