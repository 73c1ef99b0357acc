# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Decimal places of a number in an f-string."""

import torch

# --8<-- [start:decimals]
loss = torch.tensor(0.123456)
print(f"loss {loss:.4f}")  # four decimal places
# > loss 0.1235
print(f"loss {loss:.2f}")
# > loss 0.12
print(f"loss {loss.item():.2e}, accuracy {0.9731:.1%}")
# > loss 1.23e-01, accuracy 97.3%
print(f"{3:>4} {12:>4} {7:03d}")  # a width, leading zeros
# >    3   12 007
print(f"{loss.item()=:.3f}")  # the expression itself, too
# > loss.item()=0.123
# --8<-- [end:decimals]

# --8<-- [start:several]
losses = torch.tensor([0.123456, 1.5])
for value in (losses, losses[:1], None):  # two numbers, a list of one, nothing
    try:
        print(f"{value:.4f}")
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")
# > TypeError: unsupported format string passed to Tensor.__format__
# > TypeError: unsupported format string passed to Tensor.__format__
# > TypeError: unsupported format string passed to NoneType.__format__
print(f"{losses[0]:.4f} {losses.mean():.4f}")  # a single number each
# > 0.1235 0.8117
print(" ".join(f"{value:.4f}" for value in losses.tolist()))
# > 0.1235 1.5000
# --8<-- [end:several]
