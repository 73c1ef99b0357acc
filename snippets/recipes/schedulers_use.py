# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A schedule of the recipe in LambdaLR."""

# --8<-- [start:answer]
import torch
from torch.optim.lr_scheduler import LambdaLR

from torchbyexample.schedulers import warmup_cosine

optimizer = torch.optim.AdamW([torch.nn.Parameter(torch.zeros(1))], lr=1e-3)
scheduler = LambdaLR(
    optimizer, lambda step: warmup_cosine(step, warmup_steps=2, total_steps=6)
)
for _ in range(6):
    print(f"{scheduler.get_last_lr()[0]:.6f}")
    optimizer.step()
    scheduler.step()  # after every batch
# > 0.000100
# > 0.000550
# > 0.001000
# > 0.000854
# > 0.000500
# > 0.000146
# --8<-- [end:answer]
