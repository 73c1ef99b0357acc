# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""A whole training: train and evaluate as functions, and a line for each epoch."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split


# --8<-- [start:train]
def train_one_epoch(model, loader, criterion, optimizer, device):
    total = 0.0
    model.train()  # 1 training mode
    for inputs, targets in loader:
        inputs, targets = inputs.to(device), targets.to(device)
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update
        total += loss.item() * len(inputs)
    return total / len(loader.dataset)


@torch.no_grad()
def evaluate(model, loader, criterion, device):
    total, hits = 0.0, 0
    model.eval()
    for inputs, targets in loader:
        inputs, targets = inputs.to(device), targets.to(device)
        logits = model(inputs)  # (batch, 10)
        total += criterion(logits, targets).item() * len(inputs)
        hits += (logits.argmax(dim=1) == targets).sum().item()
    return total / len(loader.dataset), hits / len(loader.dataset)


# --8<-- [end:train]

# --8<-- [start:run]
torch.manual_seed(0)
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
dataset = TensorDataset(images, torch.tensor(digits.target))
train_set, valid_set = random_split(dataset, [1437, 360])
train_loader = DataLoader(train_set, batch_size=64, shuffle=True)
valid_loader = DataLoader(valid_set, batch_size=64)

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10)).to(device)
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
criterion = nn.CrossEntropyLoss()

for epoch in range(5):
    train_loss = train_one_epoch(model, train_loader, criterion, optimizer, device)
    loss, accuracy = evaluate(model, valid_loader, criterion, device)
    print(
        f"epoch {epoch}: train {train_loss:.3f}, valid {loss:.3f},"
        f" accuracy {accuracy:.3f}"
    )
# > epoch 0: train 1.797, valid 1.047, accuracy 0.850
# > epoch 1: train 0.662, valid 0.404, accuracy 0.911
# > epoch 2: train 0.318, valid 0.263, accuracy 0.925
# > epoch 3: train 0.219, valid 0.210, accuracy 0.936
# > epoch 4: train 0.176, valid 0.188, accuracy 0.953
# --8<-- [end:run]
