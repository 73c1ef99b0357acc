# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# ///
"""Two percent ones in a made-up data set: what each loss makes of the same model."""

from functools import partial

import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset

from torchbyexample.losses import binary_focal_loss


# --8<-- [start:data]
def make(count, seed):
    generator = torch.Generator().manual_seed(seed)
    targets = (torch.rand(count, generator=generator) < 0.02).float()
    inputs = torch.randn(count, 2, generator=generator)
    inputs[:, 0] += 2 * targets  # the ones lie 2 to the right
    return inputs, targets


train_set, test_set = TensorDataset(*make(2000, seed=0)), make(20000, seed=1)
loader = DataLoader(train_set, batch_size=100)
print(f"ones: {train_set.tensors[1].mean():.4f} of {len(train_set)}")
# > ones: 0.0220 of 2000
# --8<-- [end:data]

# --8<-- [start:share]
torch.manual_seed(0)
model = nn.Linear(2, 1)
inputs, targets = train_set.tensors
with torch.no_grad():
    logits = model(inputs).squeeze(1) - 3  # a start that says "no" nearly always
for gamma in (0.0, 2.0):
    each = binary_focal_loss(logits, targets, gamma, reduction="none")
    share = each[targets == 1].sum() / each.sum()
    print(f"{gamma=}   share of the ones in the loss {share:.2f}")
# > gamma=0.0   share of the ones in the loss 0.74
# > gamma=2.0   share of the ones in the loss 1.00
# --8<-- [end:share]


# --8<-- [start:compare]
def report(name, criterion):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 1))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(15):
        model.train()  # 1 training mode
        for inputs, targets in loader:
            optimizer.zero_grad()  # 2 clear the old gradients
            loss = criterion(
                model(inputs).squeeze(1), targets
            )  # 3 forward and loss
            loss.backward()  # 4 gradients
            optimizer.step()  # 5 update
    model.eval()
    inputs, targets = test_set
    with torch.no_grad():
        probability = model(inputs).squeeze(1).sigmoid()
    found, ones = probability > 0.5, targets == 1
    accuracy = (found == ones).float().mean()
    recall = (found & ones).sum() / ones.sum()
    precision = (found & ones).sum() / found.sum()
    likeliest = probability.topk(int(ones.sum())).indices  # no threshold
    top = ones[likeliest].float().mean()
    print(
        f"{name:17} accuracy {accuracy:.2f}  recall {recall:.2f}  "
        f"precision {precision:.2f}  top {top:.2f}  mean p {probability.mean():.2f}"
    )


weighted = partial(
    F.binary_cross_entropy_with_logits, pos_weight=torch.tensor(49.0)
)
report("cross-entropy", nn.BCEWithLogitsLoss())
# > cross-entropy     accuracy 0.98  recall 0.14  precision 0.60  top 0.40  mean p 0.03
report("focal", binary_focal_loss)
# > focal             accuracy 0.98  recall 0.18  precision 0.55  top 0.40  mean p 0.13
report("focal, alpha 0.75", partial(binary_focal_loss, alpha=0.75))
# > focal, alpha 0.75 accuracy 0.98  recall 0.34  precision 0.43  top 0.39  mean p 0.17
report("focal, alpha 0.25", partial(binary_focal_loss, alpha=0.25))
# > focal, alpha 0.25 accuracy 0.98  recall 0.06  precision 0.68  top 0.40  mean p 0.09
report("pos_weight 49", weighted)
# > pos_weight 49     accuracy 0.77  recall 0.89  precision 0.08  top 0.39  mean p 0.26
# --8<-- [end:compare]
