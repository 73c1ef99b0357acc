# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""The five steps of training on 1,797 small images of digits."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:smallest]
torch.manual_seed(0)
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
dataset = TensorDataset(images, torch.tensor(digits.target))
loader = DataLoader(dataset, batch_size=64, shuffle=True)

model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
criterion = nn.CrossEntropyLoss()

for epoch in range(3):
    model.train()  # 1 training mode
    for inputs, targets in loader:
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update
    print(f"epoch {epoch}: the last batch had a loss of {loss.item():.2f}")
# > epoch 0: the last batch had a loss of 1.98
# > epoch 1: the last batch had a loss of 1.17
# > epoch 2: the last batch had a loss of 0.51
# --8<-- [end:smallest]

# --8<-- [start:answer]
model.train()  # 1 training mode
for inputs, targets in loader:
    optimizer.zero_grad()  # 2 clear the old gradients
    loss = criterion(model(inputs), targets)  # 3 forward and loss
    loss.backward()  # 4 gradients
    optimizer.step()  # 5 update
# --8<-- [end:answer]
