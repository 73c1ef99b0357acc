# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Why the lengths must come along: without a mask, a sample's mean depends on its neighbours in the batch."""

from functools import partial

from torch.utils.data import DataLoader

from torchbyexample.padding import pad_collate, padding_mask

# --8<-- [start:mask]
samples = [(values, 0) for values in ([4.0, 4.0], [1.0, 1.0], [2.0] * 8)]

for batch_size in (1, 2, 3):
    loader = DataLoader(samples, batch_size=batch_size, collate_fn=pad_collate)
    inputs, lengths, _ = next(iter(loader))
    mask = padding_mask(lengths)  # (batch, longest)
    plain = inputs.mean(dim=1)
    masked = (inputs * mask).sum(dim=1) / lengths
    print(
        f"batch {list(inputs.shape)}: means {plain.tolist()}, masked {masked.tolist()}"
    )
# > batch [1, 2]: means [4.0], masked [4.0]
# > batch [2, 2]: means [4.0, 1.0], masked [4.0, 1.0]
# > batch [3, 8]: means [1.0, 0.25, 2.0], masked [4.0, 1.0, 2.0]
# --8<-- [end:mask]

# --8<-- [start:partial]
collate = partial(pad_collate, padding_value=-1)
loader = DataLoader([([1, 2], 0), ([3], 1)], batch_size=2, collate_fn=collate)
inputs, lengths, targets = next(iter(loader))
print(inputs.tolist(), lengths.tolist(), targets.tolist())
# > [[1, 2], [3, -1]] [2, 1] [0, 1]
# --8<-- [end:partial]
