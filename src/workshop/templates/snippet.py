# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""TODO(page): one sentence that says what this shows."""

import torch

x = torch.arange(4)

# --8<-- [start:answer]
total = x.sum()
# --8<-- [end:answer]

# --8<-- [start:smallest]
print(f"{total.item()=}")
# --8<-- [end:smallest]
