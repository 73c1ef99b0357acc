# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
#
# [tool.tbe]
# claims = ["err.no-cuda-driver", "err.cpu-wheel", "err.numpy-from-device"]
# ///
"""What a machine without a usable GPU says to "cuda", and what NumPy says to a tensor that is not on the CPU."""

import os

import torch

os.environ["CUDA_VISIBLE_DEVICES"] = ""  # if there is a GPU: do not see it

# --8<-- [start:driver]
try:
    torch.zeros(1).to("cuda")
except (RuntimeError, AssertionError) as error:  # the text differs by machine
    print(repr(f"{type(error).__name__}: {error}"))
# ~ 'RuntimeError: Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a driver from http://www.nvidia.com/Download/index.aspx'
# --8<-- [end:driver]

# --8<-- [start:ask]
print(f"{torch.cuda.is_available()=}, {torch.cuda.device_count()=}")
# > torch.cuda.is_available()=False, torch.cuda.device_count()=0
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
print(f"{torch.zeros(1).to(device).device.type=}")
# > torch.zeros(1).to(device).device.type='cpu'
# --8<-- [end:ask]

# --8<-- [start:numpy]
outputs = torch.ones(2, device="meta")  # on a GPU the message says cuda:0
try:
    outputs.numpy()
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: can't convert meta device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first.
# --8<-- [end:numpy]

# --8<-- [start:numpy-fixed]
outputs = torch.ones(2, device=device)
print(f"{outputs.cpu().numpy()=}")
# > outputs.cpu().numpy()=array([1., 1.], dtype=float32)
# --8<-- [end:numpy-fixed]

# --8<-- [start:wheel]
if hasattr(torch._C, "_cuda_getDeviceCount"):
    del torch._C._cuda_getDeviceCount  # a CPU build has no such function
try:
    torch.zeros(1).cuda()
except AssertionError as error:
    print(f"{type(error).__name__}: {error}")
# > AssertionError: Torch not compiled with CUDA enabled
# --8<-- [end:wheel]
