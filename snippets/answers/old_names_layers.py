# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.14"]
# ///
"""Old names of losses, activations and initialization, and what to write instead."""

import re
import warnings
from contextlib import contextmanager

import torch
import torch.nn.functional as F
from torch import nn

EXPECTED = (AttributeError, RuntimeError, TypeError)


@contextmanager
def today():
    """Run old lines; print the first warning, the error, or `runs`."""
    said = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            yield
        except EXPECTED as error:
            said = [error]
    said = [warning.message for warning in caught[:1]] + said
    for problem in said:
        sentence = re.split(r"\. | \(|\n", str(problem).strip())[0]
        print(f"{type(problem).__name__}: {sentence}")
    if not said:
        print("runs")


# --8<-- [start:functions]
logits = torch.zeros(2, 3)
targets = torch.tensor([0, 1])
images = torch.arange(4.0).reshape(1, 1, 2, 2)
with today():
    F.sigmoid(logits)
# > runs
torch.sigmoid(logits)

with today():
    F.tanh(logits)
# > runs
torch.tanh(logits)

with today():
    F.softmax(logits)
# > UserWarning: Implicit dimension choice for softmax has been deprecated
F.softmax(logits, dim=1)

with today():
    nn.LogSoftmax()(logits)
# > UserWarning: Implicit dimension choice for log_softmax has been deprecated
nn.LogSoftmax(dim=1)(logits)

with today():
    nn.CrossEntropyLoss(size_average=False)
# > UserWarning: size_average and reduce args will be deprecated, please use reduction='sum' instead.
nn.CrossEntropyLoss(reduction="sum")

with today():
    F.cross_entropy(logits, targets, reduce=False)
# > UserWarning: size_average and reduce args will be deprecated, please use reduction='none' instead.
F.cross_entropy(logits, targets, reduction="none")

with today():
    nn.NLLLoss2d()
# > FutureWarning: `NLLLoss2d` has been deprecated
nn.NLLLoss()

with today():
    F.upsample(images, scale_factor=2)
# > UserWarning: `nn.functional.upsample` is deprecated
F.interpolate(images, scale_factor=2)

with today():
    nn.Upsample(scale_factor=2, mode="bilinear")(images)
# > runs
nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False)(images)

with today():
    F.grid_sample(images, torch.zeros(1, 1, 1, 2))
# > UserWarning: Default grid_sample and affine_grid behavior has changed to align_corners=False since 1.3.0
F.grid_sample(images, torch.zeros(1, 1, 1, 2), align_corners=False)

with today():
    F.dropout2d(torch.ones(2, 3))
# > UserWarning: dropout2d: Received a 2-D input to dropout2d, which is deprecated and will result in an error in a future release
F.dropout(torch.ones(2, 3))

with today():
    nn.Hardtanh(min_value=0.0)
# > FutureWarning: keyword argument `min_value` is deprecated and renamed to `min_val`
nn.Hardtanh(min_val=0.0)
# --8<-- [end:functions]

# --8<-- [start:corners]
double = nn.Upsample(scale_factor=2, mode="bilinear")
corners = nn.Upsample(scale_factor=2, mode="bilinear", align_corners=True)
print(double(images)[0, 0, 0])
# > tensor([0.0000, 0.2500, 0.7500, 1.0000])
print(corners(images)[0, 0, 0])
# > tensor([0.0000, 0.3333, 0.6667, 1.0000])
# --8<-- [end:corners]

# --8<-- [start:init]
layer = nn.Linear(3, 2)
layer(torch.ones(1, 3)).sum().backward()
with today():
    nn.init.xavier_uniform(layer.weight)
# > FutureWarning: `nn.init.xavier_uniform` is now deprecated in favor of `nn.init.xavier_uniform_`.
nn.init.xavier_uniform_(layer.weight)

with today():
    nn.init.kaiming_normal(layer.weight)
# > FutureWarning: `nn.init.kaiming_normal` is now deprecated in favor of `nn.init.kaiming_normal_`.
nn.init.kaiming_normal_(layer.weight)

with today():
    nn.init.normal(layer.weight)
# > FutureWarning: `nn.init.normal` is now deprecated in favor of `nn.init.normal_`.
nn.init.normal_(layer.weight)

with today():
    nn.init.constant(layer.bias, 0.0)
# > FutureWarning: `nn.init.constant` is now deprecated in favor of `nn.init.constant_`.
nn.init.constant_(layer.bias, 0.0)

with today():
    nn.utils.clip_grad_norm(layer.parameters(), 1.0)
# > FutureWarning: `torch.nn.utils.clip_grad_norm` is now deprecated in favor of `torch.nn.utils.clip_grad_norm_`.
nn.utils.clip_grad_norm_(layer.parameters(), 1.0)

with today():
    nn.utils.weight_norm(nn.Linear(3, 2))
# > FutureWarning: `torch.nn.utils.weight_norm` is deprecated in favor of `torch.nn.utils.parametrizations.weight_norm`.
nn.utils.parametrizations.weight_norm(nn.Linear(3, 2))

with today():
    nn.utils.spectral_norm(nn.Linear(3, 2))
# > runs
nn.utils.parametrizations.spectral_norm(nn.Linear(3, 2))
# --8<-- [end:init]
