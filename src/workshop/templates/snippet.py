# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""$title: one sentence that says what this shows."""

import torch

# --8<-- [start:smallest]
x = torch.arange(4)
print(f"{x.sum().item()=}")
# --8<-- [end:smallest]
