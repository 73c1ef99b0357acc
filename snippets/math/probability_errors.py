# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A KL divergence below zero, 0 log 0, parameters out of range."""

import torch
from torch.distributions import Categorical, Normal, Uniform
from torch.nn import functional as F

# --8<-- [start:negative]
logits = torch.tensor([0.0, 0.0, 0.3])
log_q = logits.log_softmax(dim=0)
p = torch.tensor([0.5, 0.4, 0.1])

for name, input, target in (
    ("right", log_q, p),
    ("probabilities", log_q.exp(), p),
    ("raw logits", logits, p),
    ("target sums to 0.5", log_q, p / 2),
    ("target sums to 2", log_q, p * 2),
    ("log target", log_q, p.log()),
):
    print(f"{name:18}: {F.kl_div(input, target, reduction='sum'):.4f}")
# > right             : 0.2356
# > probabilities     : -1.2523
# > raw logits        : -0.9733
# > target sums to 0.5: -0.2288
# > target sums to 2  : 1.8574
# > log target        : nan
kl = F.kl_div(log_q, p.log(), reduction="sum", log_target=True)
print(f"log_target=True   : {kl:.4f}")
# > log_target=True   : 0.2356
# --8<-- [end:negative]

# --8<-- [start:rounding]
torch.manual_seed(0)
log_p = torch.randn(1000, 50).log_softmax(dim=1)
rows = F.kl_div(log_p, log_p.exp(), reduction="none").sum(dim=1)
rows_double = F.kl_div(log_p.double(), log_p.double().exp(), reduction="none")
print(f"float32: smallest {rows.min():.0e}, {(rows < 0).sum()} of 1,000 below zero")
# ~ float32: smallest -3e-08, 1 of 1,000 below zero
print(f"float64: smallest {rows_double.sum(dim=1).min():.0e}")
# ~ float64: smallest 0e+00
# --8<-- [end:rounding]

# --8<-- [start:zero]
one_hot = torch.tensor([1.0, 0.0, 0.0])
print(f"{(one_hot * (one_hot / log_q.exp()).log()).sum()=}")
# > (one_hot * (one_hot / log_q.exp()).log()).sum()=tensor(nan)
print(f"{torch.xlogy(one_hot, one_hot / log_q.exp()).sum()=}")
# > torch.xlogy(one_hot, one_hot / log_q.exp()).sum()=tensor(1.2089)
print(f"{F.kl_div(log_q, one_hot, reduction='sum')=}")
# > F.kl_div(log_q, one_hot, reduction='sum')=tensor(1.2089)
# --8<-- [end:zero]

# --8<-- [start:zero-model]
q_zero = torch.tensor([0.0, 0.5, 0.5])  # impossible, says the model
print(f"{F.kl_div(q_zero.log(), p, reduction='sum')=}")
# > F.kl_div(q_zero.log(), p, reduction='sum')=tensor(inf)
# --8<-- [end:zero-model]


# --8<-- [start:parameters]
def message(call):
    try:
        call()
    except ValueError as error:
        print(f"ValueError: {str(error).splitlines()[0]}")


message(lambda: Normal(0.0, -1.0))
# > ValueError: Expected parameter scale (Tensor of shape ()) of distribution Normal(loc: 0.0, scale: -1.0) to satisfy the constraint GreaterThan(lower_bound=0.0), but found invalid values:
message(lambda: Normal(torch.tensor([0.0, torch.nan]), torch.ones(2)))
# > ValueError: Expected parameter loc (Tensor of shape (2,)) of distribution Normal(loc: torch.Size([2]), scale: torch.Size([2])) to satisfy the constraint Real(), but found invalid values:
message(lambda: Categorical(logits=torch.tensor([torch.nan, 0.5])))
# > ValueError: Expected parameter logits (Tensor of shape (2,)) of distribution Categorical(logits: torch.Size([2])) to satisfy the constraint IndependentConstraint(Real(), 1), but found invalid values:
message(lambda: Categorical(torch.tensor([2.0, 1.0, -1.0])))  # logits as probs
# > ValueError: Expected parameter probs (Tensor of shape (3,)) of distribution Categorical(probs: torch.Size([3])) to satisfy the constraint Simplex(), but found invalid values:
# --8<-- [end:parameters]

# --8<-- [start:positive]
raw = torch.tensor([-200.0, 0.0, 3.0])  # the output of a layer
print(f"{raw.exp()=}")
# > raw.exp()=tensor([ 0.0000,  1.0000, 20.0855])
print(f"{F.softplus(raw)=}")
# > F.softplus(raw)=tensor([0.0000, 0.6931, 3.0486])
print(f"{F.softplus(raw) + 1e-6=}")
# > F.softplus(raw) + 1e-6=tensor([1.0000e-06, 6.9315e-01, 3.0486e+00])
# --8<-- [end:positive]

# --8<-- [start:support]
message(lambda: Uniform(0.0, 1.0).log_prob(torch.tensor(2.0)))
# > ValueError: Expected value argument (Tensor of shape ()) to be within the support (Interval(lower_bound=0.0, upper_bound=1.0)) of the distribution Uniform(low: 0.0, high: 1.0), but found invalid values:
message(lambda: Categorical(torch.ones(3)).log_prob(torch.tensor(3)))
# > ValueError: Expected value argument (Tensor of shape ()) to be within the support (IntegerInterval(lower_bound=0, upper_bound=2)) of the distribution Categorical(probs: torch.Size([3])), but found invalid values:
# --8<-- [end:support]
