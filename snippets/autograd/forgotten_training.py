# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""What a training looks like without zero_grad(): the loss of each epoch, with SGD and with Adam."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:data]
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)
dataset = TensorDataset(images, labels)


def losses(make_optimizer, clear, epochs=8, seed=0):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = make_optimizer(model.parameters())
    criterion = nn.CrossEntropyLoss()
    history = []
    for _ in range(epochs):
        total = 0.0
        for inputs, targets in DataLoader(dataset, batch_size=64, shuffle=True):
            if clear:
                optimizer.zero_grad()
            loss = criterion(model(inputs), targets)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(inputs)
        history.append(total / len(dataset))
    return " ".join(f"{loss:6.2f}" for loss in history)


def sgd(parameters):
    return torch.optim.SGD(parameters, lr=0.1)


def adam(parameters):
    return torch.optim.Adam(parameters, lr=1e-3)


# --8<-- [end:data]

# --8<-- [start:losses]
for name, make_optimizer in (("SGD", sgd), ("Adam", adam)):
    print(f"{name:4} cleared  ", losses(make_optimizer, clear=True))
    print(f"{name:4} forgotten", losses(make_optimizer, clear=False))
# > SGD  cleared     2.26   2.09   1.80   1.38   0.99   0.73   0.57   0.48
# ~ SGD  forgotten   1.63   0.69   1.32   1.47   1.26   1.57   1.80   1.85
# > Adam cleared     2.27   2.11   1.89   1.63   1.34   1.09   0.88   0.73
# > Adam forgotten   2.25   2.03   1.65   1.20   0.79   0.58   0.44   0.46
# --8<-- [end:losses]

# --8<-- [start:seeds]
for seed in range(1, 4):
    print(f"seed {seed}: SGD ", losses(sgd, clear=False, seed=seed))
    print("        Adam", losses(adam, clear=False, seed=seed))
# ~ seed 1: SGD    1.58   0.63   1.46   1.80   1.73   1.70   2.48   2.13
# >         Adam   2.23   1.99   1.59   1.12   0.75   0.56   0.59   0.52
# ~ seed 2: SGD    1.63   0.92   1.40   2.79   2.57   2.54   1.98   1.67
# >         Adam   2.24   2.00   1.61   1.18   0.82   0.63   0.53   0.46
# ~ seed 3: SGD    1.51   0.74   1.70   1.25   1.80   3.75   2.53   3.55
# >         Adam   2.21   1.92   1.49   1.03   0.70   0.55   0.56   0.45
# --8<-- [end:seeds]
