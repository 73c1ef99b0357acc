# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""The average loss of an epoch: weighted by batch size, over a model that moves."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:weighted]
criterion = nn.MSELoss()
outputs = torch.zeros(9)
targets = torch.tensor([1.0] * 8 + [10.0])  # squared errors: eight of 1, one of 100

total, means = 0.0, []
for batch in DataLoader(TensorDataset(outputs, targets), batch_size=8):
    loss = criterion(batch[0], batch[1])
    means.append(loss.item())
    total += loss.item() * len(batch[0])
print(f"{means=}")
# > means=[1.0, 100.0]
print(f"mean of the batch means: {sum(means) / len(means):.2f}")
# > mean of the batch means: 50.50
print(f"weighted by batch size:  {total / len(targets):.2f}")
# > weighted by batch size:  12.00
print(f"all nine at once:        {criterion(outputs, targets).item():.2f}")
# > all nine at once:        12.00
# --8<-- [end:weighted]

# --8<-- [start:epochs]
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
dataset = TensorDataset(images, torch.tensor(digits.target))
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

torch.manual_seed(0)
loader = DataLoader(dataset, batch_size=64, shuffle=True)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10)).to(device)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
criterion = nn.CrossEntropyLoss()


def mean_loss():
    model.eval()
    with torch.no_grad():
        return criterion(model(images.to(device)), dataset.tensors[1].to(device))


for epoch in range(4):
    total = 0.0
    model.train()  # 1 training mode
    for inputs, targets in loader:
        inputs, targets = inputs.to(device), targets.to(device)
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update
        total += loss.item() * len(inputs)
    print(
        f"epoch {epoch}: {total / len(dataset):.3f}, afterwards {mean_loss():.3f}"
    )
# > epoch 0: 2.261, afterwards 2.181
# > epoch 1: 2.090, afterwards 1.959
# > epoch 2: 1.796, afterwards 1.585
# > epoch 3: 1.376, afterwards 1.164
# --8<-- [end:epochs]
