# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The masks of nn.TransformerEncoderLayer and nn.Transformer: which argument hides what."""

import warnings

import torch
from torch import nn

torch.manual_seed(0)

# --8<-- [start:encoder]
layer = nn.TransformerEncoderLayer(8, 2, 16, dropout=0.0, batch_first=True)
inputs = torch.randn(2, 4, 8)  # (batch, seq, features)
future = torch.ones(4, 4, dtype=torch.bool).triu(diagonal=1)  # (seq, seq)
padding = torch.tensor([[False, False, True, True], [False] * 4])  # (batch, seq)
changed = inputs.clone()
changed[:, 2] += torch.randn(8)  # another token at position 2

for name, masks in {
    "no mask": {},
    "src_mask": {"src_mask": future},
    "src_key_padding_mask": {"src_key_padding_mask": padding},
    "both": {"src_mask": future, "src_key_padding_mask": padding},
}.items():
    difference = layer(changed, **masks) - layer(inputs, **masks)
    moved = difference.abs().amax(2) > 1e-5
    print(f"{name:20} outputs that moved: {moved.int().tolist()}")
# > no mask              outputs that moved: [[1, 1, 1, 1], [1, 1, 1, 1]]
# > src_mask             outputs that moved: [[0, 0, 1, 1], [0, 0, 1, 1]]
# > src_key_padding_mask outputs that moved: [[0, 0, 1, 0], [1, 1, 1, 1]]
# > both                 outputs that moved: [[0, 0, 1, 0], [0, 0, 1, 1]]
# --8<-- [end:encoder]

# --8<-- [start:transformer]
model = nn.Transformer(8, 2, 1, 1, 16, dropout=0.0, batch_first=True)
targets = torch.randn(2, 3, 8)
causal = torch.ones(3, 3, dtype=torch.bool).triu(diagonal=1)
other = inputs.clone()
other[0, 2:] += torch.randn(8)  # another padding in the source
masks = {"tgt_mask": causal, "src_key_padding_mask": padding}
for name, more in {
    "src_key_padding_mask": {},
    "and memory_key_padding_mask": {"memory_key_padding_mask": padding},
}.items():
    a = model(inputs, targets, **masks, **more)
    b = model(other, targets, **masks, **more)
    same = torch.allclose(a, b, atol=1e-5)
    print(f"{name}: the padding changes nothing: {same}")
# > src_key_padding_mask: the padding changes nothing: False
# > and memory_key_padding_mask: the padding changes nothing: True
# --8<-- [end:transformer]

# --8<-- [start:types]
floats = nn.Transformer.generate_square_subsequent_mask(4)
print(floats[0].tolist())
# > [0.0, -inf, -inf, -inf]
for name, mask in {"float": floats, "bool": future}.items():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        layer(inputs, src_mask=mask, src_key_padding_mask=padding)
    print(f"{name} mask, bool padding: {[str(w.message) for w in caught]}")
# > float mask, bool padding: ['Support for mismatched src_key_padding_mask and src_mask is deprecated. Use same type for both instead.']
# > bool mask, bool padding: []
# --8<-- [end:types]
