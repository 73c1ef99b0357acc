# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""The inputs must be scaled as they were in the first training."""

import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
raw = torch.tensor(digits.images, dtype=torch.float32).unsqueeze(
    1
)  # (n, 1, 8, 8), 0 to 16
labels = torch.tensor(digits.target)
mean, std = raw[:1000].mean(), raw[:1000].std()


# --8<-- [start:scaling]
def train(seed):
    torch.manual_seed(seed)
    model = nn.Sequential(
        nn.Conv2d(1, 8, 3),
        nn.BatchNorm2d(8),
        nn.ReLU(),
        nn.Flatten(),
        nn.Linear(288, 10),
    )
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
    for _ in range(60):
        optimizer.zero_grad()
        logits = model((raw[:1000] - mean) / std)
        nn.functional.cross_entropy(logits, labels[:1000]).backward()
        optimizer.step()
    return model.eval()


inputs = {
    "as in training": lambda x: (x - mean) / std,
    "from 0 to 1": lambda x: x / 16,
    "from 0 to 16": lambda x: x,
    "inverted": lambda x: (16 - x - mean) / std,
}
for seed in range(3):
    model = train(seed)
    each = []
    for name, scale in inputs.items():
        right = model(scale(raw[1000:])).argmax(1) == labels[1000:]
        each.append(f"{name} {right.float().mean():.1%}")
    print(f"seed {seed}: " + ", ".join(each))
# ~ seed 0: as in training 94.0%, from 0 to 1 93.0%, from 0 to 16 90.2%, inverted 0.0%
# ~ seed 1: as in training 94.0%, from 0 to 1 93.7%, from 0 to 16 91.7%, inverted 0.0%
# ~ seed 2: as in training 94.4%, from 0 to 1 93.2%, from 0 to 16 86.4%, inverted 0.0%
# --8<-- [end:scaling]
