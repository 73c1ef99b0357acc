# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "numpy>=1.26"]
# ///
"""The messages about weight and pos_weight."""

import numpy as np
import torch
from sklearn.utils.class_weight import compute_class_weight
from torch import nn

logits, targets = torch.zeros(4, 3), torch.tensor([0, 0, 1, 2])


# --8<-- [start:weight]
def attempt(call):
    try:
        print(f"fine: {call():.3f}")
    except (RuntimeError, TypeError) as error:
        print(f"{type(error).__name__}: {str(error).splitlines()[0]}")


two = torch.tensor([1.0, 2.0])
attempt(lambda: nn.CrossEntropyLoss(weight=two)(logits, targets))
# > RuntimeError: weight tensor should be defined either for all 3 classes or no classes but got weight tensor of shape: [2]

whole = torch.tensor([1, 2, 4])
attempt(lambda: nn.CrossEntropyLoss(weight=whole)(logits, targets))
# > RuntimeError: expected scalar type Float but found Long

balanced = compute_class_weight("balanced", classes=np.arange(3), y=targets.numpy())
double = torch.tensor(balanced)
attempt(lambda: nn.CrossEntropyLoss(weight=double)(logits, targets))
# > RuntimeError: expected scalar type Float but found Double
attempt(lambda: nn.CrossEntropyLoss(weight=double.float())(logits, targets))
# > fine: 1.099

attempt(lambda: nn.CrossEntropyLoss(weight=balanced.tolist())(logits, targets))
# > TypeError: cannot assign 'list' object to buffer 'weight' (torch Tensor or None required)
# --8<-- [end:weight]

# --8<-- [start:pos-weight]
labels = torch.zeros(4, 3)
attempt(lambda: nn.BCEWithLogitsLoss(pos_weight=two)(logits, labels))
# > RuntimeError: The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 1
attempt(lambda: nn.BCEWithLogitsLoss(pos_weight=9.0)(logits, labels))
# > TypeError: cannot assign 'float' object to buffer 'pos_weight' (torch Tensor or None required)
attempt(lambda: nn.BCEWithLogitsLoss(pos_weight=torch.tensor(9.0))(logits, labels))
# > fine: 0.693
# --8<-- [end:pos-weight]

# --8<-- [start:device]
elsewhere = torch.ones(3, device="meta")  # stands for a GPU
attempt(lambda: nn.CrossEntropyLoss(weight=elsewhere)(logits, targets))
# > RuntimeError: Tensor on device meta is not on the expected device cpu!
criterion = nn.CrossEntropyLoss(weight=torch.ones(3))
print(criterion.to("meta").weight.device)
# > meta
# --8<-- [end:device]

# --8<-- [start:missing]
counts = torch.tensor([0, 0, 1]).bincount(minlength=3)  # class 2 never occurs
print(counts, 3 / counts)
# > tensor([2, 1, 0]) tensor([1.5000, 3.0000,    inf])
weight = 3 / counts
attempt(
    lambda: nn.CrossEntropyLoss(weight=weight)(logits[:3], torch.tensor([0, 0, 1]))
)
# > fine: 1.099
attempt(lambda: nn.CrossEntropyLoss(weight=weight)(logits[:1], torch.tensor([2])))
# > fine: nan
weight = 3 / counts.clamp(min=1)
attempt(lambda: nn.CrossEntropyLoss(weight=weight)(logits[:1], torch.tensor([2])))
# > fine: 1.099
# --8<-- [end:missing]
