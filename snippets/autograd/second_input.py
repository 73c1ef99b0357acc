# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.4", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["second_input.svg"]
# ///
"""The gradient with respect to the input: which pixels the model looks at."""

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.nn import functional as F

# --8<-- [start:train]
images, digits = load_digits(return_X_y=True)  # 1,797 images of 8 x 8
inputs = torch.tensor(images, dtype=torch.float32) / 16
targets = torch.tensor(digits)
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
for _ in range(100):
    optimizer.zero_grad()
    F.cross_entropy(model(inputs), targets).backward()
    optimizer.step()
# --8<-- [end:train]

# --8<-- [start:input]
model.eval()
image = inputs[:1].clone().requires_grad_()  # (1, 64), a zero
loss = F.cross_entropy(model(image), targets[:1])
(gradient,) = torch.autograd.grad(loss, image)
print(f"{loss.item()=:.4f} {gradient.shape=}")
# > loss.item()=0.0001 gradient.shape=torch.Size([1, 64])
# --8<-- [end:input]

# --8<-- [start:weights]
model.zero_grad()
(gradient,) = torch.autograd.grad(F.cross_entropy(model(image), targets[:1]), image)
print(f"grad():     {model[0].weight.grad is None=} {image.grad is None=}")
# > grad():     model[0].weight.grad is None=True image.grad is None=True
F.cross_entropy(model(image), targets[:1]).backward()
print(f"backward(): {model[0].weight.grad is None=} {image.grad is None=}")
# > backward(): model[0].weight.grad is None=False image.grad is None=False
# --8<-- [end:weights]

# --8<-- [start:attack]
torch.manual_seed(0)
samples = inputs.clone().requires_grad_()
loss = F.cross_entropy(model(samples), targets, reduction="sum")
(gradient,) = torch.autograd.grad(loss, samples)  # (1797, 64), one a sample
random = torch.where(torch.rand_like(inputs) < 0.5, -1.0, 1.0)
with torch.no_grad():
    for name, step in (
        ("unchanged", torch.zeros_like(inputs)),
        ("random", 0.1 * random),
        ("gradient", 0.1 * gradient.sign()),
    ):
        hits = model(inputs + step).argmax(dim=1) == targets
        print(f"{name:9}: accuracy {hits.float().mean():.3f}")
# > unchanged: accuracy 0.997
# > random   : accuracy 0.966
# > gradient : accuracy 0.155
# --8<-- [end:attack]

# --8<-- [start:figure]
figure, panels = plt.subplots(2, 4, figsize=(4.8, 2.6))
for column, index in enumerate((0, 1, 2, 3)):
    panels[0, column].imshow(inputs[index].view(8, 8), cmap="gray_r")
    shown = gradient[index].view(8, 8)
    limit = shown.abs().max()
    panels[1, column].imshow(shown, cmap="PuOr", vmin=-limit, vmax=limit)
for axes in panels.flat:
    axes.set_xticks([])
    axes.set_yticks([])
panels[0, 0].set_ylabel("image")
panels[1, 0].set_ylabel("gradient")
figure.tight_layout()
figure.savefig("second_input.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
