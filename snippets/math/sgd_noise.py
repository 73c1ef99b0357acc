# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.4"]
#
# [tool.tbe]
# claims = ["math.sgd-batch-size"]
# ///
"""The noise of a mini-batch gradient over the batch size."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.nn import functional as F

# --8<-- [start:noise]
images, digits = load_digits(return_X_y=True)  # 1,797 images of 8 x 8
inputs = torch.tensor(images, dtype=torch.float32) / 16
targets = torch.tensor(digits)
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))


def gradient(rows):
    model.zero_grad()
    F.cross_entropy(model(inputs[rows]), targets[rows]).backward()
    return torch.cat([p.grad.flatten() for p in model.parameters()])


whole = gradient(torch.arange(1797))
print(f"gradient of all rows: length {whole.norm():.3f}")
# > gradient of all rows: length 0.235
for batch in (1, 4, 16, 64, 256):
    draws = [gradient(torch.randint(1797, (batch,))) for _ in range(300)]
    noise = torch.stack([draw - whole for draw in draws]).norm(dim=1)
    noise = noise.square().mean().sqrt()
    print(
        f"batch {batch:3}: noise {noise:.3f}  times sqrt {noise * batch**0.5:.1f}"
    )
# > batch   1: noise 2.112  times sqrt 2.1
# > batch   4: noise 1.058  times sqrt 2.1
# > batch  16: noise 0.525  times sqrt 2.1
# > batch  64: noise 0.261  times sqrt 2.1
# > batch 256: noise 0.130  times sqrt 2.1
# --8<-- [end:noise]

# --8<-- [start:without]
for batch in (64, 256, 1024, 1797):
    draws = [gradient(torch.randperm(1797)[:batch]) for _ in range(100)]
    noise = torch.stack([draw - whole for draw in draws]).norm(dim=1)
    print(f"batch {batch:4}: noise {noise.square().mean().sqrt():.3f}")
# > batch   64: noise 0.259
# > batch  256: noise 0.123
# > batch 1024: noise 0.043
# > batch 1797: noise 0.000
# --8<-- [end:without]
