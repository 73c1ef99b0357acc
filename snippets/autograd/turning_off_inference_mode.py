# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.inference-tensor"]
# ///
"""inference_mode marks the tensors it makes: they carry less, and training refuses them."""

import torch

# --8<-- [start:marked]
with torch.no_grad():
    plain = torch.ones(2) * 2
with torch.inference_mode():
    marked = torch.ones(2) * 2

print(f"{plain.is_inference()=} {marked.is_inference()=}")
# > plain.is_inference()=False marked.is_inference()=True
plain.mul_(1)
print(f"changes counted on plain: {plain._version}")
# > changes counted on plain: 1
try:
    print(marked._version)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Inference tensors do not track version counter.
# --8<-- [end:marked]

# --8<-- [start:refused]
w = torch.ones(2, requires_grad=True)
try:
    loss = (w * marked).sum()
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).split('. ')[0]}")
# > RuntimeError: Inference tensors cannot be saved for backward

(w + marked).sum().backward()  # a sum does not need the values again
print(f"{w.grad=}")
# > w.grad=tensor([1., 1.])
# --8<-- [end:refused]

# --8<-- [start:fixed]
w.grad = None
(w * marked.clone()).sum().backward()  # the copy is an ordinary tensor
print(f"clone():  {w.grad=}")
# > clone():  w.grad=tensor([2., 2.])

w.grad = None
(w * plain).sum().backward()  # made under no_grad
print(f"no_grad:  {w.grad=}")
# > no_grad:  w.grad=tensor([2., 2.])
# --8<-- [end:fixed]

# --8<-- [start:inplace]
try:
    marked.add_(1)
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).split('.')[0]}")
# > RuntimeError: Inplace update to inference tensor outside InferenceMode is not allowed
with torch.inference_mode():
    marked.add_(1)
print(f"{marked=}")
# > marked=tensor([4., 4.])
# --8<-- [end:inplace]
