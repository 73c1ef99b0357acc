# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib"]
#
# [tool.tbe]
# figures = ["halving_smallest.svg"]
# timeout = 400
# ///
"""Successive halving by hand, and how often it keeps the winner."""

import random

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits
from torch import nn

torch.set_default_dtype(torch.float64)  # the same choice on every CPU
digits = load_digits()
images, labels = torch.tensor(digits.data / 16), torch.tensor(digits.target)


# --8<-- [start:trial]
class Trial:
    """A training that can go on where it stopped."""

    def __init__(self, lr, hidden, seed):
        order = torch.randperm(1797, generator=torch.Generator().manual_seed(seed))
        self.batches, self.val_rows = order[:300].split(150), order[300:800]
        torch.manual_seed(seed)
        self.model = nn.Sequential(
            nn.Linear(64, hidden), nn.ReLU(), nn.Linear(hidden, 10)
        )
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr, momentum=0.9)
        self.lr, self.scores = lr, []

    def train(self, epochs):
        """Train until this many epochs are done; the last validation accuracy."""
        while len(self.scores) < epochs:
            for rows in self.batches:
                self.optimizer.zero_grad()
                loss = nn.functional.cross_entropy(
                    self.model(images[rows]), labels[rows]
                )
                loss.backward()
                self.optimizer.step()
            with torch.no_grad():
                said = self.model(images[self.val_rows]).argmax(1)
            self.scores.append(
                (said == labels[self.val_rows]).double().mean().item()
            )
        return self.scores[epochs - 1]


def draw(n, seed):
    rng = random.Random(seed)
    return [
        Trial(10 ** rng.uniform(-3, 1), rng.choice([8, 16, 32]), seed)
        for _ in range(n)
    ]


# --8<-- [end:trial]


# --8<-- [start:answer]
def halve(trials, first=3, factor=3, last=27):
    epochs = first
    while epochs < last:
        trials.sort(key=lambda trial: trial.train(epochs), reverse=True)
        trials = trials[: len(trials) // factor]  # the others end here
        epochs *= factor
    return max(trials, key=lambda trial: trial.train(last))


# --8<-- [end:answer]

# --8<-- [start:smallest]
trials = draw(27, seed=0)
best = halve(trials.copy())
spent = [len(trial.scores) for trial in trials]
print({epochs: spent.count(epochs) for epochs in sorted(set(spent))})
# > {3: 18, 9: 6, 27: 3}
print(f"{sum(spent)} epochs instead of {27 * 27}")
# > 189 epochs instead of 729
print(f"found: lr={best.lr:.3f}, {best.scores[-1]:.1%} on validation rows")
# > found: lr=0.693, 94.0% on validation rows
# --8<-- [end:smallest]

figure, axes = plt.subplots(figsize=(4.8, 3), layout="constrained")
for trial in trials:
    epochs = len(trial.scores)
    axes.plot(
        range(1, epochs + 1),
        trial.scores,
        color={3: "tab:gray", 9: "tab:blue", 27: "tab:orange"}[epochs],
        alpha=0.8,
    )
axes.set(xlabel="epochs", ylabel="validation accuracy", xticks=[1, 3, 9, 27])
figure.savefig("halving_smallest.svg")

# --8<-- [start:kept]
print("      all 27   first rung  first rung   7 random")
# >       all 27   first rung  first rung   7 random
print(
    "seed  to 27 e.  1 epoch    3 epochs      to 27 e.  place of the winner after 3"
)
# > seed  to 27 e.  1 epoch    3 epochs      to 27 e.  place of the winner after 3
for seed in range(4):
    trials = draw(27, seed)
    full = [
        trial.train(27) for trial in trials
    ]  # from here on, scores are looked up
    winner = trials[full.index(max(full))]
    at_3 = sorted((trial.train(3) for trial in trials), reverse=True)
    found = [halve(trials.copy(), first).train(27) for first in (1, 3)]
    print(
        f"{seed:>4} {max(full):>8.1%} {found[0]:>10.1%} {found[1]:>11.1%}"
        f" {max(full[:7]):>12.1%} {at_3.index(winner.train(3)) + 1:>12}"
    )
# >    0    94.0%      84.6%       94.0%        92.0%            1
# >    1    94.0%      91.2%       93.6%        91.2%            8
# >    2    92.2%      90.0%       92.0%        92.2%           10
# >    3    92.2%      89.8%       92.2%        90.0%            1
print(
    "epochs:",
    27 * 27,
    27 * 1 + 9 * 2 + 3 * 6 + 1 * 18,
    27 * 3 + 9 * 6 + 3 * 18,
    7 * 27,
)
# > epochs: 729 81 189 189
# --8<-- [end:kept]
