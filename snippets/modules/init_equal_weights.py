# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""First weights of zero, or all equal: it trains, and 32 units behave like one."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:train]
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
dataset = TensorDataset(images, torch.tensor(digits.target))
criterion = nn.CrossEntropyLoss()


def sgd(parameters):
    return torch.optim.SGD(parameters, lr=0.1)


def train(value, epochs=20, make_optimizer=sgd):
    def fill(module):
        if isinstance(module, nn.Linear) and value is not None:
            if value != "random":
                nn.init.constant_(module.weight, value)
            nn.init.zeros_(module.bias)

    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10)).apply(
        fill
    )
    loader = DataLoader(dataset, batch_size=64, shuffle=True)
    optimizer = make_optimizer(model.parameters())
    for _ in range(epochs):
        model.train()  # 1 training mode
        for inputs, targets in loader:
            optimizer.zero_grad()  # 2 clear the old gradients
            loss = criterion(model(inputs), targets)  # 3 forward and loss
            loss.backward()  # 4 gradients
            optimizer.step()  # 5 update
    with torch.no_grad():
        logits = model(images)
    accuracy = (logits.argmax(1) == dataset.tensors[1]).float().mean().item()
    first = model[0].weight  # (32, 64), a row for each hidden unit
    spread = (first - first[0]).abs().max().item()
    return criterion(logits, dataset.tensors[1]).item(), accuracy, spread


for name, value in (("default", None), ("all 0", 0.0), ("all 0.01", 0.01)):
    loss, accuracy, spread = train(value)
    print(
        f"{name:8} loss {loss:.2f}, accuracy {accuracy:.2f},"
        f" hidden units differ by up to {spread:.3f}"
    )
# > default  loss 0.17, accuracy 0.96, hidden units differ by up to 0.785
# > all 0    loss 2.30, accuracy 0.10, hidden units differ by up to 0.000
# > all 0.01 loss 1.87, accuracy 0.27, hidden units differ by up to 0.000
# --8<-- [end:train]


# --8<-- [start:longer]
def adamw(parameters):
    return torch.optim.AdamW(parameters, lr=1e-3)


for name, make_optimizer, epochs in (
    ("SGD", sgd, 80),
    ("AdamW", adamw, 80),
):
    loss, accuracy, spread = train(0.01, epochs, make_optimizer)
    print(
        f"{name:5} {epochs} epochs: loss {loss:.2f}, accuracy {accuracy:.2f},"
        f" units differ by {spread:.3f}"
    )
# > SGD   80 epochs: loss 1.61, accuracy 0.32, units differ by 0.000
# > AdamW 80 epochs: loss 1.71, accuracy 0.27, units differ by 0.000
# --8<-- [end:longer]

# --8<-- [start:gradients]
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
for parameter in model.parameters():
    nn.init.zeros_(parameter)
criterion(model(images), dataset.tensors[1]).backward()
for name, parameter in model.named_parameters():
    print(f"{name:8} largest gradient {parameter.grad.abs().max():.4f}")
# > 0.weight largest gradient 0.0000
# > 0.bias   largest gradient 0.0000
# > 2.weight largest gradient 0.0000
# > 2.bias   largest gradient 0.0032
# --8<-- [end:gradients]

# --8<-- [start:zero-bias]
loss, accuracy, spread = train("random")
print(f"random weights, zero biases: loss {loss:.2f}, accuracy {accuracy:.2f}")
# > random weights, zero biases: loss 0.17, accuracy 0.96
# --8<-- [end:zero-bias]
