# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""A small CNN for digits, with the shape after every layer."""

import torch
from sklearn.datasets import load_digits
from torch import nn

torch.manual_seed(0)
# --8<-- [start:answer]
model = nn.Sequential(
    nn.Conv2d(1, 16, kernel_size=3, padding=1),  # 1 channel in, 16 out
    nn.ReLU(),
    nn.MaxPool2d(2),  # half the height, half the width
    nn.Conv2d(16, 32, kernel_size=3, padding=1),
    nn.ReLU(),
    nn.AdaptiveAvgPool2d(1),  # one number a channel, whatever the size
    nn.Flatten(),
    nn.Linear(32, 10),  # one logit a class
)
# --8<-- [end:answer]

# --8<-- [start:smallest]
digits = load_digits()
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
images = torch.tensor(digits.images / 16, dtype=torch.float32, device=device)
images = images.unsqueeze(1)  # (1797, 8, 8) -> (1797, 1, 8, 8)
labels = torch.tensor(digits.target, device=device)
model = model.to(device)

x = images[:5]
print(f"{'input':<18}{tuple(x.shape)}")
# > input             (5, 1, 8, 8)
for layer in model:
    x = layer(x)
    count = sum(p.numel() for p in layer.parameters())
    print(f"{type(layer).__name__:<18}{tuple(x.shape)!s:<15} {count:>5} parameters")
# > Conv2d            (5, 16, 8, 8)     160 parameters
# > ReLU              (5, 16, 8, 8)       0 parameters
# > MaxPool2d         (5, 16, 4, 4)       0 parameters
# > Conv2d            (5, 32, 4, 4)    4640 parameters
# > ReLU              (5, 32, 4, 4)       0 parameters
# > AdaptiveAvgPool2d (5, 32, 1, 1)       0 parameters
# > Flatten           (5, 32)             0 parameters
# > Linear            (5, 10)           330 parameters
# --8<-- [end:smallest]

# --8<-- [start:train]
optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
criterion = nn.CrossEntropyLoss()
for _ in range(10):
    for index in torch.randperm(1200, device=device).split(64):
        optimizer.zero_grad()
        loss = criterion(model(images[index]), labels[index])
        loss.backward()
        optimizer.step()
with torch.no_grad():
    guesses = model(images[1200:]).argmax(1)
accuracy = (guesses == labels[1200:]).float().mean().item()
print(f"validation accuracy: {accuracy:.0%}")
# ~ validation accuracy: 81%
print(f"{accuracy > 0.6=}")
# > accuracy > 0.6=True
# --8<-- [end:train]
