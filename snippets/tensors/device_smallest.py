# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
# ///
"""One device for all: there, and back to NumPy."""

# --8<-- [start:answer]
import torch

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
x = torch.rand(2, 3)
x = x.to(device)  # there
array = x.cpu().numpy()  # and back, as a NumPy array
print(x.device.type == device.type, array.shape)
# > True (2, 3)
# --8<-- [end:answer]
