# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["math.unknown-distribution"]
# ///
"""Only samples are seen; the model of highest likelihood is fitted."""

import torch
from torch.distributions import Bernoulli, Categorical, Laplace, Normal
from torch.nn import functional as F

# --8<-- [start:fit]
torch.manual_seed(0)
x = torch.randn(1000) * 2 + 5  # the model does not know the 2 and the 5

for kind, lr in ((torch.optim.Adam, 0.1), (torch.optim.SGD, 0.1)):
    mu = torch.zeros((), requires_grad=True)
    log_sigma = torch.zeros((), requires_grad=True)  # exp() keeps sigma positive
    optimizer = kind([mu, log_sigma], lr=lr)
    for _ in range(500):
        optimizer.zero_grad()
        loss = -Normal(mu, log_sigma.exp()).log_prob(x).mean()
        loss.backward()
        optimizer.step()
    print(f"{kind.__name__:4}: mu {mu:.3f} sigma {log_sigma.exp():.3f}")
# > Adam: mu 5.058 sigma 2.056
# > SGD : mu 5.057 sigma 2.056
print(f"mean {x.mean():.3f}, standard deviation {x.std(correction=0):.3f}")
# > mean 5.058, standard deviation 2.056
# --8<-- [end:fit]

# --8<-- [start:losses]
outputs = torch.tensor([1.0, 2.0, 4.0])
targets = torch.tensor([1.5, 2.0, 3.0])
yes = torch.tensor([1.0, 0.0, 1.0])
logits = torch.tensor([[2.0, 1.0, 0.1], [-1.0, 3.0, 2.5]])
labels = torch.tensor([0, 2])
for name, model, seen, loss in (
    ("Normal", Normal(outputs, 1.0), targets, F.mse_loss(outputs, targets) / 2),
    ("Laplace", Laplace(outputs, 1.0), targets, F.l1_loss(outputs, targets)),
    (
        "Bernoulli",
        Bernoulli(logits=outputs),
        yes,
        F.binary_cross_entropy_with_logits(outputs, yes),
    ),
    (
        "Categorical",
        Categorical(logits=logits),
        labels,
        F.cross_entropy(logits, labels),
    ),
):
    nll = -model.log_prob(seen).mean()
    print(f"{name:11}: {nll:.4f} = {loss:.4f} + {nll - loss:.4f}")
# > Normal     : 1.1273 = 0.2083 + 0.9189
# > Laplace    : 1.1931 = 0.5000 + 0.6931
# > Bernoulli  : 0.8194 = 0.8194 + 0.0000
# > Categorical: 0.7012 = 0.7012 + 0.0000
# --8<-- [end:losses]
