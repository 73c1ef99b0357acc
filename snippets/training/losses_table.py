# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["mis.cross-entropy-accepts-probabilities"]
# ///
"""Which loss takes which outputs and targets: each row of the table, run."""

import torch
from torch import nn

# --8<-- [start:rows]
torch.manual_seed(0)
logits = torch.randn(4, 3)  # (batch, classes)
classes = torch.tensor([0, 2, 1, 2])  # (batch,)
shares = torch.tensor([[0.8, 0.2, 0.0]]).repeat(4, 1)  # (batch, classes)
switches = torch.tensor([[1.0, 0.0, 1.0]]).repeat(4, 1)  # (batch, labels)
numbers = torch.tensor([1.0, 2.0, 3.0, 4.0])  # (batch,)

rows = [
    (nn.CrossEntropyLoss(), logits, classes),
    (nn.CrossEntropyLoss(), logits, shares),
    (nn.NLLLoss(), logits.log_softmax(dim=1), classes),
    (nn.BCEWithLogitsLoss(), logits, switches),
    (nn.BCELoss(), logits.sigmoid(), switches),
    (nn.KLDivLoss(reduction="batchmean"), logits.log_softmax(dim=1), shares),
    (nn.MSELoss(), logits[:, 0], numbers),
    (nn.L1Loss(), logits[:, 0], numbers),
    (nn.SmoothL1Loss(), logits[:, 0], numbers),
    (nn.HuberLoss(), logits[:, 0], numbers),
]
for criterion, outputs, targets in rows:
    name, loss = type(criterion).__name__, criterion(outputs, targets)
    shapes = f"{tuple(outputs.shape)} {tuple(targets.shape)}"
    print(f"{name:17} {shapes:13} {targets.dtype} {loss:.4f}")
# > CrossEntropyLoss  (4, 3) (4,)   torch.int64 0.9357
# > CrossEntropyLoss  (4, 3) (4, 3) torch.float32 0.8612
# > NLLLoss           (4, 3) (4,)   torch.int64 0.9357
# > BCEWithLogitsLoss (4, 3) (4, 3) torch.float32 0.8485
# > BCELoss           (4, 3) (4, 3) torch.float32 0.8485
# > KLDivLoss         (4, 3) (4, 3) torch.float32 0.3608
# > MSELoss           (4,) (4,)     torch.float32 7.1185
# > L1Loss            (4,) (4,)     torch.float32 2.2431
# > SmoothL1Loss      (4,) (4,)     torch.float32 1.7695
# > HuberLoss         (4,) (4,)     torch.float32 1.7695
# --8<-- [end:rows]

# --8<-- [start:places]
logits = torch.randn(2, 3, 5)  # (batch, classes, places)
classes = torch.randint(3, (2, 5))  # (batch, places)
each = nn.CrossEntropyLoss(reduction="none")(logits, classes)
print(f"{each.shape=}")
# > each.shape=torch.Size([2, 5])
# --8<-- [end:places]

# --8<-- [start:multi-label]
logits = torch.tensor([[2.0, -1.0, 0.3]])  # (batch, labels): one film, three genres
targets = torch.tensor([[1.0, 0.0, 1.0]])  # it has the first and the third
print(f"{nn.BCEWithLogitsLoss()(logits, targets):.4f}")
# > 0.3315
probabilities = logits.sigmoid()  # each label for itself, their sum is not 1
print(f"{probabilities=}")
# > probabilities=tensor([[0.8808, 0.2689, 0.5744]])
print(f"{(probabilities > 0.5)=}")
# > (probabilities > 0.5)=tensor([[ True, False,  True]])
# --8<-- [end:multi-label]

# --8<-- [start:one-hot]
logits, classes = torch.randn(2, 3), torch.tensor([0, 2])
one_hot = nn.functional.one_hot(classes, num_classes=3)  # int64
criterion = nn.CrossEntropyLoss()
print(f"indices {criterion(logits, classes):.4f}")
# > indices 0.9523
print(f"one-hot {criterion(logits, one_hot.float()):.4f}")
# > one-hot 0.9523
try:
    criterion(logits, one_hot)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Expected floating point type for target with class probabilities, got Long
# --8<-- [end:one-hot]
