# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""The same product four times: recorded, under no_grad, under inference_mode, and detached."""

import torch

# --8<-- [start:smallest]
w = torch.tensor([2.0], requires_grad=True)
x = torch.tensor([3.0])

recorded = w * x
with torch.no_grad():
    unrecorded = w * x
with torch.inference_mode():
    inferred = w * x
detached = recorded.detach()

print(f"{recorded=}")
# > recorded=tensor([6.], grad_fn=<MulBackward0>)
print(f"{unrecorded=}")
# > unrecorded=tensor([6.])
print(f"{inferred=}")
# > inferred=tensor([6.])
print(f"{detached=}")
# > detached=tensor([6.])
# --8<-- [end:smallest]
