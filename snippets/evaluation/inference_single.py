# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""One sample: a model expects a batch, so give it a batch of one."""

import torch
from torch import nn

# --8<-- [start:refused]
torch.manual_seed(0)
model = nn.Sequential(
    nn.Conv2d(1, 4, 3, padding=1), nn.ReLU(), nn.Flatten(), nn.Linear(4 * 8 * 8, 10)
)
model.eval()
image = torch.rand(1, 8, 8)  # (channels, height, width), one image

try:
    model(image)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: addmm: mat1 and mat2 shapes cannot be multiplied (4x64 and 256x10)
# <= 2.14
# > RuntimeError: mat1 and mat2 shapes cannot be multiplied (4x64 and 256x10)
# --8<-- [end:refused]

# --8<-- [start:batch-of-one]
with torch.inference_mode():
    logits = model(image.unsqueeze(0))  # (1, 1, 8, 8) -> (1, 10)
print(f"{tuple(logits.shape)=} class {logits.argmax(1).item()}")
# > tuple(logits.shape)=(1, 10) class 5
print(f"{torch.equal(image[None], image.unsqueeze(0))=}")  # the same, shorter
# > torch.equal(image[None], image.unsqueeze(0))=True
# --8<-- [end:batch-of-one]

# --8<-- [start:item]
with torch.inference_mode():
    logits = model(torch.rand(3, 1, 8, 8))
try:
    logits.argmax(1).item()
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: a Tensor with 3 elements cannot be converted to Scalar
print(logits.argmax(1).tolist())
# > [2, 5, 5]
# --8<-- [end:item]
