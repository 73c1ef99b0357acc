# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.4"]
#
# [tool.tbe]
# timeout = 180
# ///
"""What label smoothing does to a model that has few digits to learn from."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:train]
images, digits = load_digits(return_X_y=True)
images, digits = torch.tensor(images).float() / 16, torch.tensor(digits)
few_images, few_digits = images[:300], digits[:300]
test_images, test_digits = images[300:], digits[300:]


def train(labels, label_smoothing, seed=0):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
    criterion = nn.CrossEntropyLoss(label_smoothing=label_smoothing)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    loader = DataLoader(TensorDataset(few_images, labels), batch_size=50)
    for _ in range(40):
        model.train()  # 1 training mode
        for inputs, targets in loader:
            optimizer.zero_grad()  # 2 clear the old gradients
            loss = criterion(model(inputs), targets)  # 3 forward and loss
            loss.backward()  # 4 gradients
            optimizer.step()  # 5 update
    model.eval()
    with torch.no_grad():
        return loss, model(test_images)


def run(labels, label_smoothing):
    criterion = nn.CrossEntropyLoss(label_smoothing=label_smoothing)
    loss, logits = train(labels, label_smoothing)
    p, guesses = logits.softmax(dim=1).max(dim=1)
    right = guesses == test_digits
    print(f"label_smoothing={label_smoothing}   last training loss {loss:.2f}")
    print(f"  test: accuracy {right.float().mean():.2f}", end="   ")
    print(
        f"sure {p.mean():.2f}, right {p[right].mean():.2f}, wrong {p[~right].mean():.2f}"
    )
    print(
        f"  test: plain loss {F.cross_entropy(logits, test_digits):.2f}", end="   "
    )
    print(f"with smoothing {criterion(logits, test_digits):.2f}")


for e in (0.0, 0.1, 0.3):
    run(few_digits, e)
# > label_smoothing=0.0   last training loss 0.01
# >   test: accuracy 0.87   sure 0.93, right 0.96, wrong 0.74
# >   test: plain loss 0.54   with smoothing 0.54
# > label_smoothing=0.1   last training loss 0.53
# >   test: accuracy 0.87   sure 0.73, right 0.78, wrong 0.45
# >   test: plain loss 0.56   with smoothing 0.88
# > label_smoothing=0.3   last training loss 1.20
# >   test: accuracy 0.87   sure 0.57, right 0.60, wrong 0.34
# >   test: plain loss 0.76   with smoothing 1.44
# --8<-- [end:train]

# --8<-- [start:noise]
torch.manual_seed(0)
labels = few_digits.clone()
redrawn = torch.rand(300) < 0.3  # some labels are drawn at random
labels[redrawn] = torch.randint(10, (int(redrawn.sum()),))
print(f"wrong labels: {(labels != few_digits).float().mean():.2f}")
# > wrong labels: 0.29
for e in (0.0, 0.1, 0.3):
    run(labels, e)
# > label_smoothing=0.0   last training loss 0.34
# >   test: accuracy 0.65   sure 0.72, right 0.77, wrong 0.61
# >   test: plain loss 1.42   with smoothing 1.42
# > label_smoothing=0.1   last training loss 0.78
# >   test: accuracy 0.66   sure 0.63, right 0.67, wrong 0.53
# >   test: plain loss 1.28   with smoothing 1.57
# > label_smoothing=0.3   last training loss 1.38
# >   test: accuracy 0.68   sure 0.48, right 0.53, wrong 0.39
# >   test: plain loss 1.23   with smoothing 1.79
# --8<-- [end:noise]

# --8<-- [start:seeds]
for name, known in (("clean", few_digits), ("noisy", labels)):
    for e in (0.0, 0.1, 0.3):
        outputs = [train(known, e, seed)[1] for seed in range(1, 4)]
        hits = [(x.argmax(dim=1) == test_digits).float().mean() for x in outputs]
        losses = [F.cross_entropy(x, test_digits) for x in outputs]
        print(
            f"{name} {e}: accuracy", " ".join(f"{x:.2f}" for x in hits), end="   "
        )
        print("plain loss", " ".join(f"{x:.2f}" for x in losses))
# > clean 0.0: accuracy 0.87 0.87 0.87   plain loss 0.50 0.54 0.54
# > clean 0.1: accuracy 0.86 0.86 0.86   plain loss 0.56 0.55 0.55
# > clean 0.3: accuracy 0.86 0.86 0.87   plain loss 0.79 0.78 0.79
# > noisy 0.0: accuracy 0.68 0.66 0.66   plain loss 1.29 1.26 1.35
# > noisy 0.1: accuracy 0.68 0.68 0.68   plain loss 1.18 1.19 1.18
# > noisy 0.3: accuracy 0.72 0.68 0.71   plain loss 1.14 1.22 1.18
# --8<-- [end:seeds]
