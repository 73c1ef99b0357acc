# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# [tool.tbe]
# timeout = 120
# ///
"""The learning rate with another batch size, and with a warm-up."""

import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)
criterion = nn.CrossEntropyLoss()
SGD, AdamW = torch.optim.SGD, torch.optim.AdamW


# --8<-- [start:warmup]
def train(optimizer_class, lr, seed, batch_size=64, warmup=1, layers=1):
    torch.manual_seed(seed)
    hidden = [m for _ in range(layers - 1) for m in (nn.Linear(64, 64), nn.ReLU())]
    model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), *hidden, nn.Linear(64, 10))
    optimizer = optimizer_class(model.parameters(), lr=lr)
    step = 0
    for _ in range(5):  # epochs
        for batch in torch.randperm(1400).split(batch_size):
            step += 1
            for group in optimizer.param_groups:
                group["lr"] = lr * min(1, step / warmup)  # a straight line, then lr
            optimizer.zero_grad()
            loss = criterion(model(images[batch]), labels[batch])
            loss.backward()
            optimizer.step()
    with torch.no_grad():
        return criterion(model(images[1400:]), labels[1400:]).item()


print("AdamW, four hidden layers, four seeds; warmup=1 is none")
# > AdamW, four hidden layers, four seeds; warmup=1 is none
for lr in (0.01, 0.03):
    for warmup in (1, 40):
        options = {"warmup": warmup, "layers": 4}
        losses = [train(AdamW, lr, seed, **options) for seed in range(4)]
        print(f"{lr=} {warmup=:2}:", " ".join(f"{loss:.2f}" for loss in losses))
# ~ lr=0.01 warmup= 1: 0.46 0.49 0.46 0.56
# ~ lr=0.01 warmup=40: 0.45 0.56 0.59 0.59
# ~ lr=0.03 warmup= 1: 0.51 0.67 0.66 0.53
# ~ lr=0.03 warmup=40: 0.59 0.52 0.61 0.38
# --8<-- [end:warmup]

# --8<-- [start:batch]
print("validation loss, mean of two seeds, five epochs each")
# > validation loss, mean of two seeds, five epochs each
for name, optimizer_class, some in (
    ("SGD", SGD, (0.1, 0.2, 0.4, 0.8)),
    ("AdamW", AdamW, (0.001, 0.002, 0.004, 0.008)),
):
    print(f"{name:14}" + "".join(f"{lr:7}" for lr in some))
    for batch_size in (32, 128):
        losses = [
            sum(train(optimizer_class, lr, s, batch_size) for s in (0, 1)) / 2
            for lr in some
        ]
        print(f"{batch_size=:3}" + "".join(f"{loss:7.2f}" for loss in losses))
# ~ SGD               0.1    0.2    0.4    0.8
# ~ batch_size= 32   0.57   0.41   0.37   0.35
# ~ batch_size=128   1.86   1.10   0.57   0.41
# ~ AdamW           0.001  0.002  0.004  0.008
# ~ batch_size= 32   0.70   0.46   0.37   0.35
# ~ batch_size=128   1.75   1.12   0.59   0.42
# --8<-- [end:batch]
