# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A traceback from the bottom up, and the shapes on the way to the error."""

import traceback
from pathlib import Path

import torch
from torch import nn


# --8<-- [start:model]
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 8, kernel_size=3)
        self.flatten = nn.Flatten()
        self.fc = nn.Linear(8 * 8 * 8, 10)  # the picture is no longer 8x8

    def forward(self, x):
        x = self.conv(x)
        x = self.flatten(x)
        return self.fc(x)


# --8<-- [end:model]

model = Net()
images = torch.zeros(4, 1, 8, 8)

# --8<-- [start:traceback]
try:
    model(images)
except RuntimeError as error:
    for frame in traceback.extract_tb(error.__traceback__):
        print(f"{Path(frame.filename).name}, in {frame.name}: {frame.line}")
    print(f"{type(error).__name__}: {error}")
# > debugging_traceback.py, in <module>: model(images)
# > module.py, in _wrapped_call_impl: return self._call_impl(*args, **kwargs)
# > module.py, in _call_impl: return forward_call(*args, **kwargs)
# > debugging_traceback.py, in forward: return self.fc(x)
# > module.py, in _wrapped_call_impl: return self._call_impl(*args, **kwargs)
# > module.py, in _call_impl: return forward_call(*args, **kwargs)
# > linear.py, in forward: return F.linear(input, self.weight, self.bias)
# > RuntimeError: addmm: mat1 and mat2 shapes cannot be multiplied (4x288 and 512x10)
# <= 2.14
# > debugging_traceback.py, in <module>: model(images)
# > module.py, in _wrapped_call_impl: return self._call_impl(*args, **kwargs)
# > module.py, in _call_impl: return forward_call(*args, **kwargs)
# > debugging_traceback.py, in forward: return self.fc(x)
# > module.py, in _wrapped_call_impl: return self._call_impl(*args, **kwargs)
# > module.py, in _call_impl: return forward_call(*args, **kwargs)
# > linear.py, in forward: return F.linear(input, self.weight, self.bias)
# > RuntimeError: mat1 and mat2 shapes cannot be multiplied (4x288 and 512x10)
# --8<-- [end:traceback]


# --8<-- [start:shapes]
def show(module, args, output):
    print(
        f"{type(module).__name__:<8} {tuple(args[0].shape)} -> {tuple(output.shape)}"
    )


handles = [module.register_forward_hook(show) for module in model.children()]
try:
    model(images)
except RuntimeError as error:
    print(type(error).__name__)
# > Conv2d   (4, 1, 8, 8) -> (4, 8, 6, 6)
# > Flatten  (4, 8, 6, 6) -> (4, 288)
# > RuntimeError
for handle in handles:
    handle.remove()
# --8<-- [end:shapes]
