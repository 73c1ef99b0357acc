# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["first_digits.svg", "first_prediction.svg"]
# ///
"""From data to a prediction: load, look, split, train, test, save, reload, predict."""

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:data]
torch.manual_seed(0)
digits = load_digits()  # comes with scikit-learn, no download
images = torch.tensor(digits.images / 16, dtype=torch.float32)  # 0-16 to 0-1
labels = torch.tensor(digits.target)  # int64, 0 to 9
print(images.shape, images.dtype, labels.shape, labels.dtype)
# > torch.Size([1797, 8, 8]) torch.float32 torch.Size([1797]) torch.int64
# --8<-- [end:data]

# --8<-- [start:look]
figure, axes = plt.subplots(1, 8, figsize=(5, 1))
for axis, image, label in zip(axes, images[:8], labels[:8], strict=True):
    axis.imshow(image, cmap="gray")  # (8, 8)
    axis.set_title(label.item())
    axis.axis("off")
figure.savefig("first_digits.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:look]

# --8<-- [start:split]
x_train, x_test, y_train, y_test = train_test_split(
    images, labels, test_size=0.25, random_state=0, stratify=labels
)
print(len(x_train), len(x_test))
# > 1347 450
print(y_test.bincount())  # how often each digit occurs
# > tensor([45, 46, 44, 46, 45, 46, 45, 45, 43, 45])
# --8<-- [end:split]

# --8<-- [start:loader]
train_set = TensorDataset(x_train, y_train)
loader = DataLoader(train_set, batch_size=64, shuffle=True)
inputs, targets = next(iter(loader))  # one batch
print(inputs.shape, targets.shape, len(loader))
# > torch.Size([64, 8, 8]) torch.Size([64]) 22
# --8<-- [end:loader]


# --8<-- [start:model]
def make_model():
    return nn.Sequential(
        nn.Flatten(),  # (batch, 8, 8) to (batch, 64)
        nn.Linear(64, 32),  # (batch, 32)
        nn.ReLU(),
        nn.Linear(32, 10),  # (batch, 10): one score a class
    )


model = make_model()
print(model(inputs).shape)
# > torch.Size([64, 10])
# --8<-- [end:model]


# --8<-- [start:accuracy]
def accuracy(model, images, labels):
    model.eval()
    with torch.no_grad():
        predictions = model(images).argmax(dim=1)  # (rows,)
    return (predictions == labels).float().mean().item()


print(f"before training: {accuracy(model, x_test, y_test):.2f}")
# > before training: 0.10
# --8<-- [end:accuracy]

# --8<-- [start:train]
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
for epoch in range(10):
    model.train()  # 1 training mode
    total = 0.0
    for inputs, targets in loader:
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update
        total += loss.item() * len(inputs)
    if epoch % 3 == 0:
        print(f"epoch {epoch}: loss {total / len(train_set):.2f}")
# > epoch 0: loss 1.78
# > epoch 3: loss 0.23
# > epoch 6: loss 0.14
# > epoch 9: loss 0.10
# --8<-- [end:train]

# --8<-- [start:test]
print(f"rows it learned from: {accuracy(model, x_train, y_train):.2f}")
# > rows it learned from: 0.99
print(f"rows it never saw:    {accuracy(model, x_test, y_test):.2f}")
# > rows it never saw:    0.97
# --8<-- [end:test]

# --8<-- [start:save]
torch.save(model.state_dict(), "digits.pt")
# --8<-- [end:save]

# --8<-- [start:load]
model = make_model()  # new weights, nothing learned
print(f"new model: {accuracy(model, x_test, y_test):.2f}")
# > new model: 0.10
model.load_state_dict(torch.load("digits.pt"))
print(f"reloaded:  {accuracy(model, x_test, y_test):.2f}")
# > reloaded:  0.97
# --8<-- [end:load]

# --8<-- [start:predict]
image = x_test[5]  # (8, 8), one picture
model.eval()
with torch.no_grad():
    logits = model(image[None])  # a batch of one: (1, 8, 8) to (1, 10)
probs = logits.softmax(dim=1)[0]  # (10,)
name = digits.target_names[probs.argmax().item()]
print(f"this is a {name}, probability {probs.max().item():.2f}")
# > this is a 1, probability 0.91
print(f"the label says {y_test[5].item()}")
# > the label says 1
# --8<-- [end:predict]

# --8<-- [start:show]
figure, (left, right) = plt.subplots(1, 2, figsize=(5, 2))
left.imshow(image, cmap="gray")
left.set_title(f"prediction: {name}")
left.axis("off")
right.bar(range(10), probs)
right.set(xlabel="class", ylabel="probability", xticks=range(10))
figure.tight_layout()
figure.savefig("first_prediction.svg", transparent=True)
# --8<-- [end:show]
