# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# [tool.tbe]
# timeout = 120
# ///
"""The head has been trained, the backbone joins in: when does the loss rise?"""

import copy

import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
images = torch.tensor(digits.images / 16, dtype=torch.float32).unsqueeze(1)
labels = torch.tensor(digits.target)


def make_model():
    backbone = nn.Sequential(
        nn.Conv2d(1, 16, 3, padding=1),
        nn.BatchNorm2d(16),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(16, 32, 3, padding=1),
        nn.BatchNorm2d(32),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(128, 64),
        nn.ReLU(),
    )  # (batch, 1, 8, 8) -> (batch, 64)
    return nn.Sequential(backbone, nn.Linear(64, 10))


def train(model, optimizer, x, y, steps, batchnorm=True, warmup=0):
    targets = [group["lr"] for group in optimizer.param_groups]
    for step in range(steps):
        for group, lr in zip(optimizer.param_groups, targets, strict=True):
            group["lr"] = lr * min(1, (step + 1) / warmup) if warmup else lr
        model.train()
        model[0].train(batchnorm)  # False: the statistics of the backbone stay
        rows = torch.randint(len(x), (32,))
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x[rows]), y[rows]).backward()
        optimizer.step()


torch.manual_seed(0)
source = make_model()  # the pretrained one: it knows clean digits
optimizer = torch.optim.AdamW(source.parameters(), lr=0.005, fused=True)
train(source, optimizer, images[:900], labels[:900], 250)
generator = torch.Generator().manual_seed(1)
x, y = images[900:], labels[900:]
x = x + 0.5 * torch.randn(x.shape, generator=generator)  # the new task


def loss_of(model):
    model.eval()
    with torch.no_grad():
        return nn.functional.cross_entropy(model(x[:100]), y[:100]).item()


started = []  # with a trained head, one for each seed
for seed in range(3):
    torch.manual_seed(seed)
    model = copy.deepcopy(source)
    model[1] = nn.Linear(64, 10)
    optimizer = torch.optim.AdamW(model[1].parameters(), lr=0.005, fused=True)
    train(model, optimizer, x[:100], y[:100], 100, batchnorm=False)
    started.append((model, optimizer))


# --8<-- [start:unfreeze]
def unfreeze(name, lr, batchnorm=False, new=None, warmup=0):
    losses, risen = torch.zeros(3), 0
    for seed, begun in enumerate(started):
        torch.manual_seed(seed)
        model, optimizer = copy.deepcopy(begun)
        backbone, head = model
        before = loss_of(model)
        group = {"params": list(backbone.parameters()), "lr": lr}
        if new is None:
            optimizer.add_param_group(group)
        else:  # forgets what the old one knew of the head
            optimizer = new(
                [{"params": head.parameters(), "lr": 0.005}, group], fused=True
            )
        train(model, optimizer, x[:100], y[:100], 5, batchnorm, warmup)
        after = loss_of(model)
        train(model, optimizer, x[:100], y[:100], 25, batchnorm)
        losses += torch.tensor([before, after, loss_of(model)]) / len(started)
        risen += after > before
    numbers = "".join(f"{loss:7.2f}" for loss in losses.tolist())
    print(f"{name:<29}{lr:7}{numbers}   {risen} of {len(started)}")


print("                                rate before  after 5,  30 rises in")
# >                                 rate before  after 5,  30 rises in
unfreeze("backbone stays", 0.0)
# ~ backbone stays                   0.0   0.78   0.76   0.78   1 of 3
unfreeze("small rate", 0.0005)
# ~ small rate                    0.0005   0.78   0.71   0.46   0 of 3
unfreeze("the head's rate", 0.005)
# ~ the head's rate                0.005   0.78   1.21   0.14   3 of 3
unfreeze("larger rate", 0.02)
# ~ larger rate                     0.02   0.78   2.78   0.87   3 of 3
unfreeze("the head's rate, warmup", 0.005, warmup=5)
# ~ the head's rate, warmup        0.005   0.78   0.85   0.07   2 of 3
unfreeze("BatchNorm in train()", 0.0, batchnorm=True)
# ~ BatchNorm in train()             0.0   0.78   0.89   0.86   3 of 3
unfreeze("small rate, new AdamW", 0.0005, new=torch.optim.AdamW)
# ~ small rate, new AdamW         0.0005   0.78   0.85   0.51   2 of 3
unfreeze("small rate, new SGD", 0.0005, new=torch.optim.SGD)
# ~ small rate, new SGD           0.0005   0.78   0.78   0.72   2 of 3
unfreeze("larger rate, new SGD", 0.02, new=torch.optim.SGD)
# ~ larger rate, new SGD            0.02   0.78   2.98   0.31   3 of 3
# --8<-- [end:unfreeze]
