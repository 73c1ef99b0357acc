# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# [tool.tbe]
# timeout = 180
# ///
"""What weights do to training, and three ways to get them wrong without an error."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import (
    DataLoader,
    Subset,
    TensorDataset,
    WeightedRandomSampler,
)

# --8<-- [start:training]
digits = load_digits()
inputs = torch.tensor(digits.data, dtype=torch.float32) / 16
targets = torch.tensor(digits.target == 8).long()  # is it an eight?
keep = (targets == 0) | (torch.arange(1797) % 5 == 0)  # few eights are left
keep[1200:] = False  # the rest is for testing
train = TensorDataset(inputs[keep], targets[keep])
test = inputs[1200:], targets[1200:]
counts = train.tensors[1].bincount()
print(f"in the training part: {counts.tolist()}")
# > in the training part: [1081, 21]


def fit(weighted, optimizer_class, lr, epochs, seed):
    torch.manual_seed(seed)
    model = nn.Linear(64, 2)
    optimizer = optimizer_class(model.parameters(), lr=lr)
    criterion = nn.CrossEntropyLoss()
    weights = 1 / counts[train.tensors[1]]
    sampler = WeightedRandomSampler(weights, len(train)) if weighted else None
    loader = DataLoader(train, batch_size=64, sampler=sampler, shuffle=not weighted)
    for _ in range(epochs):
        model.train()  # 1 training mode
        for inputs, targets in loader:
            optimizer.zero_grad()  # 2 clear the old gradients
            loss = criterion(model(inputs), targets)  # 3 forward and loss
            loss.backward()  # 4 gradients
            optimizer.step()  # 5 update
    return model.eval()


def found(model):
    """Share of right answers: among the eights, among the others, among all."""
    inputs, targets = test
    with torch.no_grad():
        right = model(inputs).argmax(dim=1) == targets
    return torch.stack(
        [
            part.float().mean()
            for part in (right[targets == 1], right[targets == 0], right)
        ]
    )


for optimizer_class, lr in ((torch.optim.SGD, 0.5), (torch.optim.AdamW, 0.01)):
    for epochs in (10, 60):
        for weighted in (False, True):
            runs = [
                found(fit(weighted, optimizer_class, lr, epochs, seed))
                for seed in range(2)
            ]
            eights, others, together = torch.stack(runs, dim=1)  # (3, runs)
            print(
                f"{optimizer_class.__name__:5} {epochs} epochs, weighted={weighted!s:5}",
                f"eights {eights[0]:.2f} {eights[1]:.2f},",
                f"others {others.mean():.2f}, all {together.mean():.2f}",
            )
# > SGD   10 epochs, weighted=False eights 0.00 0.00, others 1.00, all 0.91
# > SGD   10 epochs, weighted=True  eights 0.78 0.82, others 0.96, all 0.94
# > SGD   60 epochs, weighted=False eights 0.33 0.24, others 0.99, all 0.93
# > SGD   60 epochs, weighted=True  eights 0.78 0.73, others 0.98, all 0.95
# > AdamW 10 epochs, weighted=False eights 0.00 0.00, others 1.00, all 0.91
# > AdamW 10 epochs, weighted=True  eights 0.89 0.84, others 0.94, all 0.93
# > AdamW 60 epochs, weighted=False eights 0.27 0.33, others 1.00, all 0.93
# > AdamW 60 epochs, weighted=True  eights 0.76 0.76, others 0.97, all 0.95
# --8<-- [end:training]

# --8<-- [start:class-weights]
torch.manual_seed(0)
labels = train.tensors[1]
class_weights = 1 / counts  # two numbers
wrong = WeightedRandomSampler(class_weights, 1000)
print(f"two weights draw the indices {sorted(set(wrong))}")
# > two weights draw the indices [0, 1]
right = WeightedRandomSampler(class_weights[labels], 1000)
print(f"{len(labels)} weights draw {len(set(right))} different indices")
# > 1102 weights draw 412 different indices
# --8<-- [end:class-weights]

# --8<-- [start:without-replacement]
torch.manual_seed(0)
once = WeightedRandomSampler(1 / counts[labels], len(labels), replacement=False)
print(f"replacement=False: {labels[list(once)].bincount().tolist()}")
# > replacement=False: [1081, 21]
# --8<-- [end:without-replacement]

# --8<-- [start:wrong-order]
later = Subset(train, range(500, len(train)))
weights = 1 / counts[labels]  # of the whole dataset, not of the subset
weights = weights[: len(later)]  # the length fits, the samples do not
sampler = WeightedRandomSampler(weights, len(later))
share = torch.stack([later[index][1] for index in sampler]).float().mean()
of_subset = torch.stack([target for _, target in later])
sampler = WeightedRandomSampler(1 / of_subset.bincount()[of_subset], len(later))
mended = torch.stack([later[index][1] for index in sampler]).float().mean()
print(f"eights drawn: {share:.1f}, with the subset's own targets {mended:.1f}")
# > eights drawn: 0.0, with the subset's own targets 0.5
# --8<-- [end:wrong-order]
