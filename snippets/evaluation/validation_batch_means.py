# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["metric.check-evaluation"]
# ///
"""The mean of batch means is not the mean: with a smaller last batch for a loss, with any batches for F1."""

import torch
from torch import nn
from torch.utils.data import DataLoader

# --8<-- [start:loss]
losses = torch.tensor(
    [1.0, 1, 1, 1, 1, 1, 1, 1, 4]
)  # nine samples, the last is hard
batches = list(DataLoader(losses, batch_size=4))  # 4 + 4 + 1
means = [batch.mean().item() for batch in batches]

print(f"batch means {means}, sizes {[len(batch) for batch in batches]}")
# > batch means [1.0, 1.0, 4.0], sizes [4, 4, 1]
print(f"mean of batch means {sum(means) / len(means):.4f}")
# > mean of batch means 2.0000
weighted = sum(batch.mean().item() * len(batch) for batch in batches) / len(losses)
print(f"weighted by size    {weighted:.4f}")
# > weighted by size    1.3333
print(f"mean of the samples {losses.mean().item():.4f}")
# > mean of the samples 1.3333
# --8<-- [end:loss]

# --8<-- [start:sizes]
for batch_size in (1, 2, 4, 8, 9):
    means = [batch.mean().item() for batch in DataLoader(losses, batch_size)]
    print(
        f"batch_size={batch_size}: mean of batch means {sum(means) / len(means):.4f}"
    )
# > batch_size=1: mean of batch means 1.3333
# > batch_size=2: mean of batch means 1.6000
# > batch_size=4: mean of batch means 2.0000
# > batch_size=8: mean of batch means 2.5000
# > batch_size=9: mean of batch means 1.3333
# --8<-- [end:sizes]


# --8<-- [start:weights]
logits = torch.tensor([[2.0, 0.0], [0.0, 1.0], [1.0, 0.0]])
targets = torch.tensor([0, 0, 1])
criterion = nn.CrossEntropyLoss(weight=torch.tensor([1.0, 5.0]))  # class weights
batches = list(zip(logits.split(2), targets.split(2), strict=True))  # 2 + 1
weighted = sum(criterion(x, t).item() * len(t) for x, t in batches) / 3
print(f"weighted by size {weighted:.4f}")
# > weighted by size 0.9178
print(f"whole set        {criterion(logits, targets).item():.4f}")
# > whole set        1.1438
# --8<-- [end:weights]


# --8<-- [start:f1]
def f1(predictions, targets):
    hits = (predictions * targets).sum().item()
    both = (predictions.sum() + targets.sum()).item()
    return 2 * hits / both if both else 0.0


targets = torch.tensor([1, 1, 0, 0])
predictions = torch.tensor([1, 0, 0, 0])
pairs = list(
    zip(predictions.split(2), targets.split(2), strict=True)
)  # equal sizes
print(f"mean over batches {sum(f1(p, t) for p, t in pairs) / len(pairs):.4f}")
# > mean over batches 0.3333
print(f"whole set         {f1(predictions, targets):.4f}")
# > whole set         0.6667
# --8<-- [end:f1]
