# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.attention-heads"]
# ///
"""What attention says when heads, masks or sizes do not fit."""

import torch
from torch import nn
from torch.nn import functional as F


# --8<-- [start:heads]
def attempt(name, call):
    try:
        print(f"{name}: {list(call()[0].shape)}")
    except (AssertionError, AttributeError, RuntimeError, TypeError) as error:
        print(f"{name}:\n  {type(error).__name__}: {error}")


inputs = torch.randn(2, 5, 12)  # (batch, seq, embed)


def attend(heads):
    layer = nn.MultiheadAttention(12, heads, batch_first=True)
    return layer(inputs, inputs, inputs)


attempt("12 features, 5 heads", lambda: attend(5))
# > 12 features, 5 heads:
# >   AssertionError: embed_dim must be divisible by num_heads
print([heads for heads in range(1, 13) if 12 % heads == 0])
# > [1, 2, 3, 4, 6, 12]
attempt("12 features, 4 heads", lambda: attend(4))
# > 12 features, 4 heads: [2, 5, 12]
# --8<-- [end:heads]

# --8<-- [start:embedding]
layer = nn.MultiheadAttention(8, 2, batch_first=True)
attempt("12 features into 8", lambda: layer(inputs, inputs, inputs))
# > 12 features into 8:
# >   AssertionError: was expecting embedding dimension of 8, but got 12
q, kv = torch.randn(2, 5, 8), torch.randn(2, 6, 8)
forgotten = nn.MultiheadAttention(8, 2)
attempt("batch_first forgotten", lambda: forgotten(q, kv, kv))
# > batch_first forgotten:
# >   RuntimeError: shape '[2, 10, 4]' is invalid for input of size 96
attempt("with batch_first", lambda: layer(q, kv, kv))
# > with batch_first: [2, 5, 8]
# --8<-- [end:embedding]

# --8<-- [start:mask-shape]
x = torch.randn(2, 5, 8)
mask = torch.zeros(4, 4, dtype=torch.bool)
attempt("for 4 positions", lambda: layer(x, x, x, attn_mask=mask))
# > for 4 positions:
# >   RuntimeError: The shape of the 2D attn_mask is torch.Size([4, 4]), but should be (5, 5).
padding = torch.zeros(2, 5, dtype=torch.bool)
attempt("padding as attn_mask", lambda: layer(x, x, x, attn_mask=padding))
# > padding as attn_mask:
# >   RuntimeError: The shape of the 2D attn_mask is torch.Size([2, 5]), but should be (5, 5).
attempt("as key_padding_mask", lambda: layer(x, x, x, key_padding_mask=padding))
# > as key_padding_mask: [2, 5, 8]
attempt("transposed", lambda: layer(x, x, x, key_padding_mask=padding.T))
# > transposed:
# >   AssertionError: Expected key_padded_mask.shape[0] to be 2, but got 5
by_sample = torch.zeros(2, 5, 5, dtype=torch.bool)
attempt("one a sample", lambda: layer(x, x, x, attn_mask=by_sample))
# > one a sample:
# >   RuntimeError: The shape of the 3D attn_mask is torch.Size([2, 5, 5]), but should be (4, 5, 5).
by_head = by_sample.repeat_interleave(2, dim=0)  # (batch * heads, 5, 5)
attempt("one a head", lambda: layer(x, x, x, attn_mask=by_head))
# > one a head: [2, 5, 8]
# --8<-- [end:mask-shape]

# --8<-- [start:mask-type]
numbers = torch.ones(5, 5).tril().long()
sdpa = F.scaled_dot_product_attention
attempt("long mask", lambda: sdpa(x, x, x, attn_mask=numbers))
# > long mask:
# >   RuntimeError: Expected attn_mask dtype to be bool or float or to match query dtype, but got attn_mask.dtype: long int and  query.dtype: float instead.
attempt("bool()", lambda: sdpa(x, x, x, attn_mask=numbers.bool()))
# > bool(): [5, 8]
attempt("both", lambda: sdpa(x, x, x, attn_mask=numbers.bool(), is_causal=True))
# > both:
# >   RuntimeError: _scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True
attempt("is_causal alone", lambda: layer(x, x, x, is_causal=True))
# > is_causal alone:
# >   RuntimeError: Need attn_mask if specifying the is_causal hint. You may use the Transformer module method `generate_square_subsequent_mask` to create this mask.
floats = numbers.float()  # 0.0 and 1.0 are added to the scores: nothing is ignored
weights = layer(x, x, x, attn_mask=floats)[1]
print(
    f"a mask of 0.0 and 1.0: smallest weight above zero: {bool(weights.min() > 0)}"
)
# > a mask of 0.0 and 1.0: smallest weight above zero: True
# --8<-- [end:mask-type]

# --8<-- [start:tuple]
attempt("Sequential", lambda: nn.Sequential(layer, nn.Linear(8, 2))(x))
# > Sequential:
# >   TypeError: MultiheadAttention.forward() missing 2 required positional arguments: 'key' and 'value'
attempt("the tuple", lambda: nn.Linear(8, 2)(layer(x, x, x)))
# > the tuple:
# >   TypeError: linear(): argument 'input' (position 1) must be Tensor, not tuple
attempt("its first part", lambda: nn.Linear(8, 2)(layer(x, x, x)[0]))
# > its first part: [5, 2]
# --8<-- [end:tuple]
