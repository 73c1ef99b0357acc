# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.4"]
# ///
"""ReduceLROnPlateau in a training with validation: what is printed when the rate drops."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.optim.lr_scheduler import ReduceLROnPlateau
from torch.utils.data import DataLoader, TensorDataset, random_split

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
dataset = TensorDataset(images, torch.tensor(digits.target))
train_data, val_data = random_split(
    dataset, [0.8, 0.2], torch.Generator().manual_seed(0)
)
criterion = nn.CrossEntropyLoss()


# --8<-- [start:loop]
def train(patience, seed=0, epochs=20):
    torch.manual_seed(seed)
    loader = DataLoader(train_data, batch_size=64, shuffle=True)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    scheduler = ReduceLROnPlateau(optimizer, factor=0.5, patience=patience)
    history = []
    for _ in range(epochs):
        model.train()  # 1 training mode
        for inputs, targets in loader:
            optimizer.zero_grad()  # 2 clear the old gradients
            loss = criterion(model(inputs), targets)  # 3 forward and loss
            loss.backward()  # 4 gradients
            optimizer.step()  # 5 update
        model.eval()
        with torch.no_grad():
            inputs, targets = val_data[:]
            val_loss = criterion(model(inputs), targets).item()
        scheduler.step(val_loss)  # once an epoch, with the number it watches
        history.append((val_loss, scheduler.get_last_lr()[0]))
    return history


rate = 1.0
for epoch, (val_loss, lr) in enumerate(train(patience=1)):
    if lr < rate:
        print(f"epoch {epoch:2}: val_loss {val_loss:.3f}, from here on {lr=}")
    rate = lr
# ~ epoch  3: val_loss 0.623, from here on lr=0.5
# ~ epoch  8: val_loss 0.237, from here on lr=0.25
# ~ epoch 14: val_loss 0.124, from here on lr=0.125
# ~ epoch 18: val_loss 0.123, from here on lr=0.0625
# --8<-- [end:loop]

# --8<-- [start:compare]
print("            last epoch   best epoch")
# ~             last epoch   best epoch
for seed in range(3):
    for name, patience in (("plateau", 1), ("constant", 1000)):
        losses = [val_loss for val_loss, _ in train(patience, seed)]
        print(f"{seed} {name:8}       {losses[-1]:.3f}        {min(losses):.3f}")
# ~ 0 plateau        0.119        0.114
# ~ 0 constant       0.103        0.096
# ~ 1 plateau        0.098        0.096
# ~ 1 constant       0.135        0.080
# ~ 2 plateau        0.088        0.083
# ~ 2 constant       0.093        0.083
# --8<-- [end:compare]
