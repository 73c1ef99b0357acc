# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""no_grad and inference_mode: same values, but what comes out of inference_mode may not train."""

import torch
from torch import nn

# --8<-- [start:modes]
model = nn.Linear(2, 1).eval()
inputs = torch.ones(3, 2)

plain = model(inputs)
with torch.no_grad():
    no_grad = model(inputs)
with torch.inference_mode():
    inference = model(inputs)

for name, logits in (
    ("plain", plain),
    ("no_grad", no_grad),
    ("inference_mode", inference),
):
    print(
        f"{name:14} requires_grad {logits.requires_grad!s:5} is_inference {logits.is_inference()}"
    )
# > plain          requires_grad True  is_inference False
# > no_grad        requires_grad False is_inference False
# > inference_mode requires_grad False is_inference True
print(torch.equal(plain, no_grad) and torch.equal(plain, inference))
# > True
# --8<-- [end:modes]

# --8<-- [start:features]
head = nn.Linear(1, 1)
try:
    head(inference).sum().backward()
except RuntimeError as error:
    first_sentence = str(error).split(". ")[0]
    print(f"{type(error).__name__}: {first_sentence}.")
# > RuntimeError: Inference tensors cannot be saved for backward.

head(no_grad).sum().backward()
print(f"features of no_grad train the head: {head.weight.grad is not None}")
# > features of no_grad train the head: True
# --8<-- [end:features]
