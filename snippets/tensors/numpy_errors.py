# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2", "pandas>=3", "pillow>=10"]
#
# [tool.tbe]
# claims = [
#     "err.negative-stride",
#     "err.from-numpy-list",
#     "err.numpy-object",
#     "err.bad-device-string",
# ]
# ///
"""The device or the array is not one that PyTorch takes."""

import numpy as np
import pandas
import torch
from PIL import Image

# --8<-- [start:host]
outputs = torch.zeros(2, device="meta")  # on a GPU the message says cuda:0
try:
    outputs.numpy()
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: can't convert meta device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first.
# --8<-- [end:host]

# --8<-- [start:host-fixed]
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
outputs = torch.zeros(2, device=device)
print(f"{outputs.cpu().numpy()=}")
# > outputs.cpu().numpy()=array([0., 0.], dtype=float32)
# --8<-- [end:host-fixed]

# --8<-- [start:grad]
weight = torch.ones(2, requires_grad=True)
for call in ((weight * 2).numpy, lambda: np.asarray(weight)):
    try:
        call()
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
# > RuntimeError: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
# > RuntimeError: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
print(f"{(weight * 2).detach().numpy()=}")
# > (weight * 2).detach().numpy()=array([2., 2.], dtype=float32)
# --8<-- [end:grad]

# --8<-- [start:writable]
array = np.asarray(Image.new("L", (3, 1)))  # an image's own pixels
print(f"{array.flags.writeable=}")
# > array.flags.writeable=False
x = torch.from_numpy(array)
# ! UserWarning: The given NumPy array is not writable, and PyTorch does not support non-writable tensors. This means writing to this tensor will result in undefined behavior. You may want to copy the array to protect its data or make it writable before converting it to a tensor. This type of warning will be suppressed for the rest of this program.
x += 1  # writes into them all the same
print(f"{array=}")
# > array=array([[1, 1, 1]], dtype=uint8)
print(f"{pandas.Series([0.5]).to_numpy().flags.writeable=}")  # pandas 3, the same
# > pandas.Series([0.5]).to_numpy().flags.writeable=False
x = torch.from_numpy(array.copy())  # memory of its own
x += 1
print(f"{array=}")
# > array=array([[1, 1, 1]], dtype=uint8)
# --8<-- [end:writable]

# --8<-- [start:stride]
array = np.arange(3)
try:
    torch.from_numpy(array[::-1])
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: At least one stride in the given numpy array is negative, and tensors with negative strides are not currently supported. (You can probably work around this by making a copy of your array  with array.copy().)
print(f"{torch.from_numpy(array[::-1].copy())=}")
# > torch.from_numpy(array[::-1].copy())=tensor([2, 1, 0])
print(f"{torch.from_numpy(array).flip(0)=}")
# > torch.from_numpy(array).flip(0)=tensor([2, 1, 0])
# --8<-- [end:stride]

# --8<-- [start:list]
series = pandas.Series([0.5, 1.5])
for values in ([0.5, 1.5], series):
    try:
        torch.from_numpy(values)
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")
# > TypeError: expected np.ndarray (got list)
# > TypeError: expected np.ndarray (got Series)
print(f"{torch.tensor([0.5, 1.5])=}")
# > torch.tensor([0.5, 1.5])=tensor([0.5000, 1.5000])
print(f"{torch.from_numpy(series.to_numpy())=}")
# > torch.from_numpy(series.to_numpy())=tensor([0.5000, 1.5000], dtype=torch.float64)
# --8<-- [end:list]

# --8<-- [start:object]
row = np.array([1, "red", 2.5], dtype=object)
try:
    torch.from_numpy(row)
except TypeError as error:
    print(f"{type(error).__name__}: {str(error).split('. ')[0]}.")
# > TypeError: can't convert np.ndarray of type numpy.object_.
numbers = row[[0, 2]].astype(np.float32)
print(f"{torch.from_numpy(numbers)=}")
# > torch.from_numpy(numbers)=tensor([1.0000, 2.5000])
# --8<-- [end:object]

# --8<-- [start:device]
try:
    torch.zeros(1).to("gpu")
except RuntimeError as error:
    message = str(error)
    end = message[message.index("device type") :]
    print(f"{type(error).__name__}: {message[:25]}, ... {end}")
# > RuntimeError: Expected one of cpu, cuda, ... device type at start of device string: gpu
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
print(f"{torch.zeros(1).to(device).device.type == device.type=}")
# > torch.zeros(1).to(device).device.type == device.type=True
# --8<-- [end:device]
