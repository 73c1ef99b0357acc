# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.4"]
# ///
"""Accuracy with an error bar, dropout as many models."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:train]
images, digits = load_digits(return_X_y=True)  # 1,797 images of 8 x 8
inputs = torch.tensor(images, dtype=torch.float32) / 16
targets = torch.tensor(digits)
torch.manual_seed(0)
train, test = torch.randperm(1797).split([500, 1297])

model = nn.Sequential(
    nn.Linear(64, 64), nn.ReLU(), nn.Dropout(0.5), nn.Linear(64, 10)
)
optimizer = torch.optim.AdamW(model.parameters(), lr=0.003)
dataset = TensorDataset(inputs[train], targets[train])
for _ in range(20):
    model.train()
    for batch, labels in DataLoader(dataset, batch_size=32, shuffle=True):
        optimizer.zero_grad()
        loss = F.cross_entropy(model(batch), labels)  # an estimate: 32 draws
        loss.backward()
        optimizer.step()
# --8<-- [end:train]

# --8<-- [start:accuracy]
model.eval()
with torch.no_grad():
    hits = (model(inputs[test]).argmax(dim=1) == targets[test]).float()

for n in (100, 1297):
    some = hits[:n]
    print(
        f"{n:4} test images: {some.mean():.3f} +- {1.96 * some.std() / n**0.5:.3f}"
    )
# >  100 test images: 0.930 +- 0.050
# > 1297 test images: 0.931 +- 0.014

groups = hits[:1200].view(12, 100).mean(dim=1)  # twelve test sets of 100
print("accuracy on each:", [round(a, 2) for a in groups.tolist()])
# > accuracy on each: [0.93, 0.93, 0.95, 0.96, 0.94, 0.94, 0.91, 0.91, 0.95, 0.95, 0.9, 0.93]
# --8<-- [end:accuracy]

# --8<-- [start:dropout]
model.train()  # dropout on: each pass draws another mask
with torch.no_grad():
    passes = torch.stack([model(inputs[test]).softmax(dim=1) for _ in range(50)])
p = passes.mean(dim=0)  # (passes, batch, classes) -> (batch, classes)
sure = p.amax(dim=1)
right = p.argmax(dim=1) == targets[test]
print(f"accuracy {right.float().mean():.3f}")
# > accuracy 0.925
means = sure[right].mean(), sure[~right].mean()
print(f"mean highest p: right answers {means[0]:.2f}, wrong answers {means[1]:.2f}")
# > mean highest p: right answers 0.80, wrong answers 0.48

model.eval()  # dropout off: one pass
with torch.no_grad():
    plain = model(inputs[test]).softmax(dim=1)
right = plain.argmax(dim=1) == targets[test]
means = plain.amax(dim=1)[right].mean(), plain.amax(dim=1)[~right].mean()
print(
    f"without dropout: right answers {means[0]:.2f}, wrong answers {means[1]:.2f}"
)
# > without dropout: right answers 0.89, wrong answers 0.58
# --8<-- [end:dropout]
