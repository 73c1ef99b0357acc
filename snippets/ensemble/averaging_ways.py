# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Three ways to merge the same predictions, on one row where they differ."""

import torch

# --8<-- [start:ways]
probabilities = torch.tensor(
    [
        [0.90, 0.10, 0.00],
        [0.40, 0.60, 0.00],
        [0.30, 0.70, 0.00],
    ]
)  # (models, classes) for one row
logits = torch.tensor([[9.0, 0.0, 0.0], [0.0, 2.0, 0.0], [0.0, 2.0, 0.0]])
print(
    "mean of probabilities:", probabilities.mean(0), probabilities.mean(0).argmax()
)
# > mean of probabilities: tensor([0.5333, 0.4667, 0.0000]) tensor(0)
print(
    "votes:",
    probabilities.argmax(1).tolist(),
    probabilities.argmax(1).mode().values,
)
# > votes: [0, 1, 1] tensor(1)
print(
    "mean of logits:",
    logits.mean(0),
    "of its probabilities:",
    logits.softmax(1).mean(0),
)
# > mean of logits: tensor([3.0000, 1.3333, 0.0000]) of its probabilities: tensor([0.4043, 0.5247, 0.0710])
# --8<-- [end:ways]

# --8<-- [start:weights]
weights = torch.tensor([0.2, 0.4, 0.4])  # found on validation rows
print((weights[:, None] * probabilities).sum(0))
# > tensor([0.4600, 0.5400, 0.0000])
# --8<-- [end:weights]

# --8<-- [start:tie]
votes = torch.tensor([2, 2, 0, 0, 1])
print(votes.mode().values, torch.bincount(votes, minlength=3))
# > tensor(0) tensor([2, 1, 2])
# --8<-- [end:tie]

# --8<-- [start:labels]
try:
    votes.mean()
except RuntimeError as error:
    print(error)
# > mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long
print(votes.float().mean())  # class 1, which one of five chose
# > tensor(1.)
# --8<-- [end:labels]

# --8<-- [start:stack]
three, four = torch.zeros(10, 3), torch.zeros(10, 4)
try:
    torch.stack([three, four])
except RuntimeError as error:
    print(error)
# > stack expects each tensor to be equal size, but got [10, 3] at entry 0 and [10, 4] at entry 1
# --8<-- [end:stack]
