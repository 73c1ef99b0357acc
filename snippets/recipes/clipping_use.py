# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""The recipe that clips gradients and says once an epoch what was clipped."""

# --8<-- [start:answer]
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from torchbyexample.clipping import GradientClipper

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
dataset = TensorDataset(images, torch.tensor(digits.target))

torch.manual_seed(0)
loader = DataLoader(dataset, batch_size=64, shuffle=True)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
clipper = GradientClipper(model.named_parameters(), max_norm=1.0)
for epoch in range(2):
    for inputs, targets in loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(inputs), targets).backward()
        clipper.clip()  # between backward() and step()
        optimizer.step()
    print(f"epoch {epoch}: {clipper.report()}")
# ~ epoch 0: 29 steps, 3% clipped, 0 not finite; norm: median 0.544, largest 1.76
# ~     0.418  0.weight
# ~     0.366  2.weight
# ~     0.128  2.bias
# ~    0.0993  0.bias
# ~ epoch 1: 29 steps, 10% clipped, 0 not finite; norm: median 0.766, largest 1.66
# ~     0.563  0.weight
# ~     0.547  2.weight
# ~     0.153  0.bias
# ~     0.108  2.bias
# --8<-- [end:answer]

# --8<-- [start:nonfinite]
strict = GradientClipper(
    model.named_parameters(), max_norm=1.0, error_if_nonfinite=True
)
model[2].bias.grad[0] = torch.nan
try:
    strict.clip()
except RuntimeError as error:
    print(error)
# > the norm of the gradient is not finite in 2.bias: leave out this step, and look for the cause in the loss
# --8<-- [end:nonfinite]
