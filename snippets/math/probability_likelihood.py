# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.4"]
# ///
"""The likelihood of all labels, and why its log is trained."""

import math

import torch
from sklearn.datasets import load_digits
from torch import nn

# --8<-- [start:loop]
images, digits = load_digits(return_X_y=True)  # 1,797 images of 8 x 8
inputs = torch.tensor(images, dtype=torch.float32) / 16
targets = torch.tensor(digits)
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)

for step in range(201):
    optimizer.zero_grad()
    logits = model(inputs)
    log_p = logits.log_softmax(dim=1)[torch.arange(1797), targets]
    loss = -log_p.mean()  # by hand
    assert torch.allclose(loss, criterion(logits, targets))
    loss.backward()
    optimizer.step()
    if step in (0, 20, 50, 100, 200):
        p = log_p.exp().double()
        print(
            f"step {step:3}: loss {loss:.3f}  product {p.prod():.0e}"
            f"  log of it {log_p.sum():8.1f}  typical p {(-loss).exp():.2f}"
        )
# > step   0: loss 2.326  product 0e+00  log of it  -4180.5  typical p 0.10
# > step  20: loss 1.406  product 0e+00  log of it  -2526.2  typical p 0.25
# > step  50: loss 0.390  product 2e-305  log of it   -701.7  typical p 0.68
# > step 100: loss 0.198  product 6e-155  log of it   -355.1  typical p 0.82
# > step 200: loss 0.115  product 3e-90  log of it   -206.2  typical p 0.89
print(f"{math.log(10)=:.3f}")
# > math.log(10)=2.303
# --8<-- [end:loop]
