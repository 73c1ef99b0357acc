# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Messages whose cause is a NaN that came from somewhere else."""

import torch
from torch import nn

# --8<-- [start:elsewhere]
nan = torch.tensor([float("nan")])
model = nn.Linear(1, 1)
model.weight.grad = torch.tensor([[float("nan")]])
for call in (
    lambda: nn.BCELoss()(nan, torch.ones(1)),
    lambda: nn.BCELoss()(torch.tensor([2.0]), torch.ones(1)),  # no sigmoid
    lambda: torch.distributions.Normal(nan, 1.0),
    lambda: nan.softmax(0).multinomial(1),
    lambda: nn.utils.clip_grad_norm_(
        model.parameters(), 1.0, error_if_nonfinite=True
    ),
):
    try:
        call()
    except (RuntimeError, ValueError) as error:
        first, *_ = str(error).splitlines()
        print(f"{type(error).__name__}: {first[:76]}")
# > RuntimeError: all elements of input should be between 0 and 1
# > RuntimeError: all elements of input should be between 0 and 1
# > ValueError: Expected parameter loc (Tensor of shape (1,)) of distribution Normal(loc: te
# > RuntimeError: probability tensor contains either `inf`, `nan` or element < 0
# > RuntimeError: The total norm of order 2.0 for gradients from `parameters` is non-finite, s
# --8<-- [end:elsewhere]
