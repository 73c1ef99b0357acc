# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# [tool.tbe]
# claims = ["transfer.definition", "transfer.quality-dataset"]
# ///
"""A network that knows clean digits, taken to noisy ones of which 100 have a label."""

import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
images = torch.tensor(digits.images / 16, dtype=torch.float32).unsqueeze(
    1
)  # (n, 1, 8, 8)
labels = torch.tensor(digits.target)


# --8<-- [start:model]
class Net(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.backbone = nn.Sequential(
            nn.Conv2d(1, 16, 3, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Conv2d(16, 32, 3, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(128, 64),
            nn.ReLU(),
        )  # (batch, 1, 8, 8) -> (batch, 64)
        self.head = nn.Linear(64, classes)

    def forward(self, x):
        return self.head(self.backbone(x))


def train(model, x, y, steps=150, lr=0.005):
    parameters = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(parameters, lr=lr)
    for _ in range(steps):
        rows = torch.randint(len(x), (64,))
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x[rows]), y[rows]).backward()
        optimizer.step()
    return model


# --8<-- [end:model]

# --8<-- [start:save]
torch.manual_seed(0)
source = train(Net(10), images[:900], labels[:900], steps=400)
torch.save(source.state_dict(), "digits.pt")  # what a library offers for download
# --8<-- [end:save]

# --8<-- [start:answer]
model = Net(10)
model.load_state_dict(torch.load("digits.pt", weights_only=True))
model.backbone.requires_grad_(False)  # what was learned stays
model.head = nn.Linear(64, 10)  # new, for the classes of your task
# --8<-- [end:answer]

# --8<-- [start:compare]
generator = torch.Generator().manual_seed(1)
x, y = images[900:], labels[900:]
x = x + 0.5 * torch.randn(
    x.shape, generator=generator
)  # the new task: noisy digits
for seed in range(4):
    order = torch.randperm(897, generator=torch.Generator().manual_seed(seed))
    few, rest = order[:100], order[100:]
    scores = {}
    for name in ("from scratch", "pretrained"):
        torch.manual_seed(seed)
        model = Net(10)
        if name == "pretrained":
            model.load_state_dict(torch.load("digits.pt", weights_only=True))
            model.backbone.requires_grad_(False)
            model.head = nn.Linear(64, 10)
        train(model, x[few], y[few])
        right = model(x[rest]).argmax(1) == y[rest]
        scores[name] = f"{right.float().mean().item():.1%}"
    print(f"seed {seed}:", scores)
# ~ seed 0: {'from scratch': '51.2%', 'pretrained': '57.2%'}
# ~ seed 1: {'from scratch': '49.8%', 'pretrained': '58.8%'}
# ~ seed 2: {'from scratch': '52.9%', 'pretrained': '58.3%'}
# ~ seed 3: {'from scratch': '51.1%', 'pretrained': '58.8%'}
# --8<-- [end:compare]
