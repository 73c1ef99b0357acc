# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.inplace-saved"]
# ///
"""exp needs its own result for the gradient: overwritten, backward() stops."""

# --8<-- [start:answer]
import torch

x = torch.ones(2, requires_grad=True)
y = x.exp()
y = y + 1  # not y += 1: backward() needs the result of exp
y.sum().backward()
print(x.grad)
# > tensor([2.7183, 2.7183])
# --8<-- [end:answer]

# --8<-- [start:saved]
y = x.exp()
y += 1
try:
    y.sum().backward()
except RuntimeError as error:
    message = str(error).split(". ")[0]
    # PyTorch 2.11 says ExpBackward0
    message = message.replace("ExpBackward0", "Exp")
    print(f"{type(error).__name__}: {message}")
# > RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2]], which is output 0 of Exp, is at version 1; expected version 0 instead
# --8<-- [end:saved]
