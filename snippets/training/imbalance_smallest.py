# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""From the counts of the labels to pos_weight, weight and a sampler."""

import torch
from torch import nn
from torch.utils.data import WeightedRandomSampler

targets = torch.zeros(1000)
targets[:10] = 1.0

# --8<-- [start:answer]
negatives, positives = (targets == 0).sum(), (targets == 1).sum()
criterion = nn.BCEWithLogitsLoss(pos_weight=negatives / positives)
# --8<-- [end:answer]

# --8<-- [start:smallest]
print(f"{negatives=}, {positives=}, {criterion.pos_weight=}")
# > negatives=tensor(990), positives=tensor(10), criterion.pos_weight=tensor(99.)

predictions = torch.zeros(1000)  # a model that always says no
accuracy = (predictions == targets).float().mean()
recall = predictions[targets == 1].mean()
print(f"accuracy {accuracy:.2f}, recall {recall:.2f}")
# > accuracy 0.99, recall 0.00
# --8<-- [end:smallest]

# --8<-- [start:classes]
labels = torch.tensor([0] * 60 + [1] * 30 + [2] * 10)
counts = labels.bincount(minlength=3)
weight = len(labels) / (3 * counts)  # scikit-learn calls this "balanced"
print(f"{counts=}\n{weight=}")
# > counts=tensor([60, 30, 10])
# > weight=tensor([0.5556, 1.1111, 3.3333])
print("what a class weighs in all:", weight * counts)
# > what a class weighs in all: tensor([33.3333, 33.3333, 33.3333])
criterion = nn.CrossEntropyLoss(weight=weight)
# --8<-- [end:classes]

# --8<-- [start:sampler]
torch.manual_seed(0)
per_sample = weight[labels]  # one number for each sample, not for each class
sampler = WeightedRandomSampler(per_sample, num_samples=len(labels))
drawn = labels[list(sampler)]
print(f"{per_sample.shape=}, drawn {drawn.bincount().tolist()}")
# > per_sample.shape=torch.Size([100]), drawn [32, 39, 29]
# --8<-- [end:sampler]
