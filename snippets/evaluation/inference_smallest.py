# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Inference: eval mode, no graph, the class with the largest logit."""

import torch
from torch import nn

# --8<-- [start:smallest]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Dropout(0.5), nn.Linear(8, 3))
inputs = torch.randn(5, 4)

model.eval()  # dropout off
with torch.inference_mode():  # no graph
    logits = model(inputs)  # (5, 3)

predictions = logits.argmax(dim=1)
print(f"{tuple(logits.shape)=} {tuple(predictions.shape)=} {predictions.dtype=}")
# > tuple(logits.shape)=(5, 3) tuple(predictions.shape)=(5,) predictions.dtype=torch.int64
print(f"{logits.requires_grad=}")
# > logits.requires_grad=False
# --8<-- [end:smallest]

# --8<-- [start:answer]
model.eval()
with torch.inference_mode():
    predictions = model(inputs).argmax(dim=1)  # (samples,)
# --8<-- [end:answer]
