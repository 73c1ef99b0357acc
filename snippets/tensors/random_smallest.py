# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A seed, then numbers."""

# --8<-- [start:answer]
import torch

torch.manual_seed(0)
x = torch.rand(2, 3)  # between 0 and 1
noise = torch.randn(2, 3)  # around 0
labels = torch.randint(0, 10, (4,))  # 0 to 9
print(x.shape, noise.shape, labels.shape)
# > torch.Size([2, 3]) torch.Size([2, 3]) torch.Size([4])
# --8<-- [end:answer]
