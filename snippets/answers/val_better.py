# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# [tool.tbe]
# timeout = 180
# ///
"""Why the validation accuracy can be higher than the one of the training."""

import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)


# --8<-- [start:train]
def accuracy(model, rows):
    model.eval()
    with torch.no_grad():
        right = model(images[rows]).argmax(1) == labels[rows]
    return right.float().mean().item()


def train(train_rows, epochs=20, drop=0.0, noise=0.0):
    model = nn.Sequential(
        nn.Linear(64, 64), nn.ReLU(), nn.Dropout(drop), nn.Linear(64, 10)
    )
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.002)
    for _ in range(epochs):
        model.train()
        right = 0
        for index in torch.randperm(len(train_rows)).split(32):
            rows = train_rows[index]
            inputs = images[rows] + noise * torch.randn(len(rows), 64)
            logits = model(inputs)
            optimizer.zero_grad()
            nn.functional.cross_entropy(logits, labels[rows]).backward()
            optimizer.step()
            right += (logits.argmax(1) == labels[rows]).sum().item()
    return model, right / len(train_rows)  # counted in the last epoch


# --8<-- [end:train]


# --8<-- [start:causes]
def split(seed, size=1200):
    torch.manual_seed(seed)
    order = torch.randperm(1797)
    return order[:size], order[1200:]


def show(name, choose=lambda train_rows, val: val, size=1200, **settings):
    scores = []
    for seed in range(4):
        train_rows, val = split(seed, size)
        val = choose(train_rows, val)
        model, counted = train(train_rows, **settings)
        again = accuracy(model, train_rows)
        scores.append([counted, again, accuracy(model, val)])
    table = torch.tensor(scores)
    higher = (table[:, 2] > table[:, 0]).sum().item()
    word = {0: "no seed", 4: "each seed"}.get(higher, "some seeds")
    numbers = "".join(f"{value:9.0%}" for value in table.mean(0).tolist())
    print(f"{name:<17}{numbers}   {word}")


def without_the_hard(_, val):
    return val[~torch.isin(labels[val], torch.tensor([1, 3, 8, 9]))]


def with_training_rows(train_rows, val):
    return torch.cat([train_rows, val[:100]])


print("                   counted    again  val   val above counted in")
# >                    counted    again  val   val above counted in
show("healthy")
# ~ healthy                99%      99%      97%   no seed
show("Dropout(0.8)", drop=0.8)
# ~ Dropout(0.8)           71%      96%      95%   each seed
show("noise on inputs", noise=0.5)
# ~ noise on inputs        73%      94%      94%   each seed
show("the first epoch", epochs=1)
# ~ the first epoch        48%      76%      76%   each seed
show("5 epochs", epochs=5)
# ~ 5 epochs               93%      94%      94%   some seeds
show("easy validation", without_the_hard, epochs=5)
# ~ easy validation        93%      94%      97%   each seed
show("100 rows", size=100, epochs=40)
# ~ 100 rows               98%      98%      86%   no seed
show("100 rows, leak", with_training_rows, size=100, epochs=40)
# ~ 100 rows, leak         98%      98%      90%   no seed
# --8<-- [end:causes]

# --8<-- [start:small]
train_rows, val = split(0)
model, _ = train(train_rows)
for size in (20, 500):
    scores = []
    for seed in range(20):
        generator = torch.Generator().manual_seed(seed)
        draw = val[torch.randperm(597, generator=generator)[:size]]
        scores.append(accuracy(model, draw))
    print(f"{size:3} validation rows: {min(scores):.0%} to {max(scores):.0%}")
# ~  20 validation rows: 90% to 100%
# ~ 500 validation rows: 95% to 97%
# --8<-- [end:small]
