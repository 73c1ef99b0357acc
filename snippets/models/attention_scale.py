# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Why the scores are divided by the square root of the dimension."""

import torch

# --8<-- [start:scale]
torch.manual_seed(0)
for dim in (4, 64, 1024):
    queries, keys = torch.randn(1000, 1, dim), torch.randn(1000, 10, dim)
    scores = (queries @ keys.transpose(1, 2))[:, 0]  # (1000, 10)
    plain = scores.softmax(1).amax(1).mean()
    scaled = (scores / dim**0.5).softmax(1).amax(1).mean()
    print(f"{dim=:>4}: std of the scores {scores.std():.0f}")
    print(f"  largest of 10 weights, on average: {plain:.2f}, scaled {scaled:.2f}")
# > dim=   4: std of the scores 2
# >   largest of 10 weights, on average: 0.49, scaled 0.30
# > dim=  64: std of the scores 8
# >   largest of 10 weights, on average: 0.86, scaled 0.32
# > dim=1024: std of the scores 32
# >   largest of 10 weights, on average: 0.97, scaled 0.32
# --8<-- [end:scale]
