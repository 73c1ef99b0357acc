# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["counting_smallest.svg"]
# ///
"""How many parameters a model has, how many of them learn, and in which layer they are."""

import matplotlib.pyplot as plt

# --8<-- [start:answer]
from torch import nn

model = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 2))
total = sum(p.numel() for p in model.parameters())
trainable = sum(p.numel() for p in model.parameters() if p.requires_grad)
print(f"{total=} {trainable=}")
# > total=74 trainable=74
# --8<-- [end:answer]

# --8<-- [start:smallest]
model[0].requires_grad_(False)  # frozen: 4 * 8 + 8 = 40 of them
total = sum(p.numel() for p in model.parameters())
trainable = sum(p.numel() for p in model.parameters() if p.requires_grad)
buffers = sum(b.numel() for b in model.buffers())
print(f"{total=:,} {trainable=} {buffers=}")
# > total=74 trainable=34 buffers=17
# --8<-- [end:smallest]


# --8<-- [start:by-layer]
class Digits(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, 3, padding=1)
        self.conv2 = nn.Conv2d(16, 32, 3, padding=1)
        self.pool = nn.MaxPool2d(2)
        self.fc1 = nn.Linear(32 * 7 * 7, 128)
        self.fc2 = nn.Linear(128, 10)

    def forward(self, images):  # (batch, 1, 28, 28)
        hidden = self.pool(self.conv1(images).relu())  # (batch, 16, 14, 14)
        hidden = self.pool(self.conv2(hidden).relu())  # (batch, 32, 7, 7)
        return self.fc2(self.fc1(hidden.flatten(1)).relu())


model = Digits()
total = sum(p.numel() for p in model.parameters())
for name, layer in model.named_children():
    count = sum(p.numel() for p in layer.parameters())
    print(f"{name:6} {count:8,} {count / total:5.1%}")
# > conv1       160  0.1%
# > conv2     4,640  2.2%
# > pool          0  0.0%
# > fc1     200,832 97.1%
# > fc2       1,290  0.6%
print(f"total  {total:8,}")
# > total   206,922
# --8<-- [end:by-layer]

# --8<-- [start:figure]
names = [name for name, layer in model.named_children() if list(layer.parameters())]
counts = [
    sum(p.numel() for p in getattr(model, name).parameters()) for name in names
]
figure, axes = plt.subplots(figsize=(4.8, 2.2))
axes.barh(names[::-1], counts[::-1], color="#1c7ed6")
axes.set(xlabel="parameters")
figure.savefig("counting_smallest.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
