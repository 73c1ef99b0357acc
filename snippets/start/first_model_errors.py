# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""What the first model answers to float64, one picture, float labels and a wrong file."""

import torch
from sklearn.datasets import load_digits
from torch import nn

# --8<-- [start:dtype]
digits = load_digits()
model = nn.Sequential(nn.Flatten(), nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
images = torch.tensor(digits.images / 16)  # NumPy's float64
try:
    model(images)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: mat1 and mat2 must have the same dtype, but got Double and Float

images = images.float()  # float32, like the weights
print(model(images).shape)
# > torch.Size([1797, 10])
# --8<-- [end:dtype]

# --8<-- [start:one]
image = images[0]  # (8, 8)
try:
    model(image)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: addmm: mat1 and mat2 shapes cannot be multiplied (8x8 and 64x32)
# <= 2.14
# > RuntimeError: mat1 and mat2 shapes cannot be multiplied (8x8 and 64x32)

print(model(image[None]).shape)  # (1, 8, 8): a batch of one
# > torch.Size([1, 10])

large = nn.Sequential(nn.Flatten(), nn.Linear(28 * 28, 10))  # for 28 x 28 pixels
try:
    large(images)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: addmm: mat1 and mat2 shapes cannot be multiplied (1797x64 and 784x10)
# <= 2.14
# > RuntimeError: mat1 and mat2 shapes cannot be multiplied (1797x64 and 784x10)
# --8<-- [end:one]

# --8<-- [start:labels]
criterion = nn.CrossEntropyLoss()
labels = torch.tensor(digits.target, dtype=torch.float32)
try:
    criterion(model(images), labels)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: expected target dtype to be Long or Byte, but got Float
# <= 2.11
# > RuntimeError: expected scalar type Long but found Float

print(criterion(model(images), labels.long()).shape)
# > torch.Size([])
# --8<-- [end:labels]

# --8<-- [start:classes]
smaller = nn.Sequential(nn.Flatten(), nn.Linear(64, 9))  # classes 0 to 8
try:
    criterion(smaller(images), labels.long())
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: Target 9 is out of bounds.

from_one = labels.long() + 1  # ten classes, counted 1 to 10
try:
    criterion(model(images), from_one)
except IndexError as error:
    print(f"{type(error).__name__}: {error}")
# > IndexError: Target 10 is out of bounds.
print(criterion(model(images), from_one - 1).shape)
# > torch.Size([])
# --8<-- [end:classes]

# --8<-- [start:file]
torch.save(model.state_dict(), "digits.pt")
try:
    smaller.load_state_dict(torch.load("digits.pt"))
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Error(s) in loading state_dict for Sequential:
# > 	Unexpected key(s) in state_dict: "3.weight", "3.bias".
# > 	size mismatch for 1.weight: copying a param with shape torch.Size([32, 64]) from checkpoint, the shape in current model is torch.Size([9, 64]).
# > 	size mismatch for 1.bias: copying a param with shape torch.Size([32]) from checkpoint, the shape in current model is torch.Size([9]).
# --8<-- [end:file]
