# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# [tool.tbe]
# claims = ["infer.validation"]
# ///
"""A hold-out set, and a validation loop beside the five training steps."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split

# --8<-- [start:split]
torch.manual_seed(0)
data = load_digits()
inputs = torch.tensor(data.data, dtype=torch.float32) / 16
dataset = TensorDataset(inputs, torch.tensor(data.target))

generator = torch.Generator().manual_seed(0)  # the same split on every run
train_set, val_set = random_split(dataset, [0.8, 0.2], generator=generator)
train_loader = DataLoader(train_set, batch_size=64, shuffle=True)
val_loader = DataLoader(val_set, batch_size=256)  # all of them, in order
print(f"{len(train_set)=} {len(val_set)=}")
# > len(train_set)=1438 len(val_set)=359
# --8<-- [end:split]

# --8<-- [start:three]
generator = torch.Generator().manual_seed(0)
train_part, val_part, test_part = random_split(
    dataset, [0.7, 0.15, 0.15], generator=generator
)
print(f"{len(train_part)=} {len(val_part)=} {len(test_part)=}")
# > len(train_part)=1258 len(val_part)=270 len(test_part)=269
# --8<-- [end:three]


# --8<-- [start:validate]
@torch.no_grad()
def validate(model, loader, criterion):
    model.eval()
    total, right, samples = 0.0, 0, 0
    for inputs, targets in loader:
        logits = model(inputs)
        total += criterion(logits, targets).item() * len(targets)
        right += (logits.argmax(1) == targets).sum().item()
        samples += len(targets)
    return total / samples, right / samples


# --8<-- [end:validate]

# --8<-- [start:train]
model = nn.Sequential(
    nn.Linear(64, 64), nn.ReLU(), nn.Dropout(0.2), nn.Linear(64, 10)
)
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
criterion = nn.CrossEntropyLoss()

for epoch in range(4):
    model.train()  # 1 training mode
    for inputs, targets in train_loader:
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update
    val_loss, val_accuracy = validate(model, val_loader, criterion)
    print(f"epoch {epoch}: val loss {val_loss:.2f} accuracy {val_accuracy:.2f}")
# > epoch 0: val loss 1.24 accuracy 0.64
# > epoch 1: val loss 0.54 accuracy 0.87
# > epoch 2: val loss 0.35 accuracy 0.90
# > epoch 3: val loss 0.33 accuracy 0.89
# --8<-- [end:train]

# --8<-- [start:left]
state = model.state_dict()  # the model's own tensors
before = {name: tensor.clone() for name, tensor in state.items()}
validate(model, val_loader, criterion)
same = all(torch.equal(before[name], state[name]) for name in before)
print(f"after validate: all {len(before)} tensors as before: {same}")
# > after validate: all 4 tensors as before: True
optimizer.step()  # step 5, for comparison
same = all(torch.equal(before[name], state[name]) for name in before)
print(f"after step():   all {len(before)} tensors as before: {same}")
# > after step():   all 4 tensors as before: False
print(f"{model.training=}  batches of {[len(t) for _, t in val_loader]}")
# > model.training=False  batches of [256, 103]
# --8<-- [end:left]

# --8<-- [start:answer]
val_loss, val_accuracy = validate(model, val_loader, criterion)
# --8<-- [end:answer]
