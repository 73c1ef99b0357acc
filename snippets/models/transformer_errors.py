# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What a transformer says when a length, a target or a mask does not fit."""

import torch
from torch import nn
from torch.nn import functional as F


# --8<-- [start:length]
def attempt(name, call):
    try:
        print(f"{name}: {list(call().shape)}")
    except (IndexError, RuntimeError, TypeError) as error:
        print(f"{name}:\n  {type(error).__name__}: {error}")


positions = nn.Embedding(16, 8)  # for at most 16 positions
x = torch.randn(2, 20, 8)
attempt("20 steps", lambda: x + positions(torch.arange(20)))
# > 20 steps:
# >   IndexError: index out of range in self
attempt("a slice of the table", lambda: x + positions.weight[:20])
# > a slice of the table:
# >   RuntimeError: The size of tensor a (20) must match the size of tensor b (16) at non-singleton dimension 1
attempt("the last 16", lambda: x[:, -16:] + positions(torch.arange(16)))
# > the last 16: [2, 16, 8]
# --8<-- [end:length]

# --8<-- [start:target]
logits, targets = torch.randn(2, 5, 10), torch.randint(10, (2, 5))
attempt("(batch, seq, vocabulary)", lambda: F.cross_entropy(logits, targets))
# > (batch, seq, vocabulary):
# >   RuntimeError: Expected target size [2, 10], got [2, 5]
flat = logits.flatten(0, 1), targets.flatten()  # (10, 10), (10,)
attempt("flattened", lambda: F.cross_entropy(*flat))
# > flattened: []
attempt("classes second", lambda: F.cross_entropy(logits.transpose(1, 2), targets))
# > classes second: []
# --8<-- [end:target]

# --8<-- [start:decoder]
x, memory = torch.randn(2, 5, 8), torch.randn(2, 7, 8)
decoder = nn.TransformerDecoderLayer(8, 2, batch_first=True)
attempt("one input", lambda: decoder(x))
# > one input:
# >   TypeError: TransformerDecoderLayer.forward() missing 1 required positional argument: 'memory'
attempt("and the encoder's outputs", lambda: decoder(x, memory))
# > and the encoder's outputs: [2, 5, 8]
encoder = nn.TransformerEncoderLayer(8, 2, batch_first=True)
attempt("is_causal alone", lambda: encoder(x, is_causal=True))
# > is_causal alone:
# >   RuntimeError: Need attn_mask if specifying the is_causal hint. You may use the Transformer module method `generate_square_subsequent_mask` to create this mask.
mask = nn.Transformer.generate_square_subsequent_mask(5)
attempt("with the mask", lambda: encoder(x, src_mask=mask, is_causal=True))
# > with the mask: [2, 5, 8]
# --8<-- [end:decoder]

# --8<-- [start:nested]
block = nn.TransformerEncoderLayer(8, 2, batch_first=True, norm_first=True)
model = nn.TransformerEncoder(block, 2)
# ! UserWarning: enable_nested_tensor is True, but self.use_nested_tensor is False because encoder_layer.norm_first was True
time_first = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2), 2)
# ! UserWarning: enable_nested_tensor is True, but self.use_nested_tensor is False because encoder_layer.self_attn.batch_first was not True(use batch_first for better inference performance)
odd_heads = nn.TransformerEncoder(
    nn.TransformerEncoderLayer(9, 3, batch_first=True), 2
)
# ! UserWarning: enable_nested_tensor is True, but self.use_nested_tensor is False because encoder_layer.self_attn.num_heads is odd
quiet = nn.TransformerEncoder(block, 2, enable_nested_tensor=False)
same = torch.allclose(model.eval()(x), quiet.eval()(x), atol=1e-6)
print(f"the same outputs: {same}")
# > the same outputs: True
# --8<-- [end:nested]
