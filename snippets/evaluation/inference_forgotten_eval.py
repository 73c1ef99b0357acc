# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# ///
"""What a forgotten eval() costs: the accuracy depends on the batch size, and differs from run to run."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:train]
torch.manual_seed(0)
data = load_digits()
inputs = torch.tensor(data.data, dtype=torch.float32) / 16
targets = torch.tensor(data.target)
order = torch.randperm(len(targets))
train, test = order[:1197], order[1197:]

model = nn.Sequential(
    nn.Linear(64, 64),
    nn.BatchNorm1d(64),
    nn.ReLU(),
    nn.Dropout(0.5),
    nn.Linear(64, 10),
)
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
criterion = nn.CrossEntropyLoss()
loader = DataLoader(
    TensorDataset(inputs[train], targets[train]), batch_size=100, shuffle=True
)
for _ in range(8):
    model.train()  # 1 training mode
    for batch, labels in loader:
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(batch), labels)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update
# --8<-- [end:train]


# --8<-- [start:cost]
@torch.inference_mode()
def accuracy(batch_size):
    right = 0
    for batch, labels in DataLoader(
        TensorDataset(inputs[test], targets[test]), batch_size
    ):
        right += (model(batch).argmax(1) == labels).sum().item()
    return right / len(test)


state = {name: value.clone() for name, value in model.state_dict().items()}
for mode in ("eval", "train"):
    for batch_size in (100, 2):
        model.load_state_dict(state)
        model.train(mode == "train")
        print(
            f"{mode:5} batches of {batch_size:3}: accuracy {accuracy(batch_size):.2f}"
        )
# > eval  batches of 100: accuracy 0.96
# > eval  batches of   2: accuracy 0.96
# > train batches of 100: accuracy 0.92
# > train batches of   2: accuracy 0.49
# --8<-- [end:cost]

# --8<-- [start:single]
model.train()
try:
    model(inputs[:1])  # a single request
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Expected more than 1 value per channel when training, got input size torch.Size([1, 64])
image = torch.rand(1, 1, 8, 8)
print(f"BatchNorm2d, one image: mean {nn.BatchNorm2d(1)(image).mean().abs():.2f}")
# > BatchNorm2d, one image: mean 0.00
# --8<-- [end:single]
