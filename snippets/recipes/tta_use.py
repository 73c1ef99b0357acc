# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""The recipe of test-time augmentation around a trained model."""

# --8<-- [start:answer]
import torch
from sklearn.datasets import load_digits
from torch import nn

from torchbyexample.tta import TTA

digits = load_digits()
images = torch.tensor(digits.images / 16, dtype=torch.float32).unsqueeze(1)
labels = torch.tensor(digits.target)  # images: (1797, 1, 8, 8)
views = [  # each class stays what it is
    lambda x: x,
    lambda x: x.roll(1, dims=3),  # one pixel to the right
    lambda x: x.roll(-1, dims=3),
]

torch.manual_seed(0)
model = nn.Sequential(
    nn.Conv2d(1, 8, 3), nn.ReLU(), nn.Flatten(), nn.Linear(8 * 6 * 6, 10)
)
optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
for _ in range(30):
    for view in views:  # trained on the same views
        optimizer.zero_grad()
        nn.functional.cross_entropy(
            model(view(images[:400])), labels[:400]
        ).backward()
        optimizer.step()


def accuracy(model):
    with torch.no_grad():
        return (model(images[400:]).argmax(1) == labels[400:]).float().mean().item()


print(f"one view {accuracy(model.eval()):.1%}")
# ~ one view 85.1%
print(f"three views {accuracy(TTA(model, views).eval()):.1%}")
# ~ three views 86.0%
# --8<-- [end:answer]


# --8<-- [start:back]
def mirror(x):
    return x.flip(3)  # twice is the image as it was


segmenter = nn.Conv2d(1, 2, 3, padding=1)  # stands in for a trained one
tta = TTA(segmenter, [lambda x: x, mirror], back=[lambda x: x, mirror]).eval()
print(tta(images[:4]).shape)  # (batch, classes, height, width)
# > torch.Size([4, 2, 8, 8])
# --8<-- [end:back]
