# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["math.unknown-distribution"]
# ///
"""Only samples are seen; the model of highest likelihood is fitted."""

import torch
from torch.distributions import Normal

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

# --8<-- [start:mse]
outputs = torch.tensor([1.0, 2.0, 4.0])
targets = torch.tensor([1.5, 2.0, 3.0])
nll = -Normal(outputs, 1.0).log_prob(targets)
half_squares = (outputs - targets) ** 2 / 2
print(f"{nll=}")
# > nll=tensor([1.0439, 0.9189, 1.4189])
print(f"{nll - half_squares=}")
# > nll - half_squares=tensor([0.9189, 0.9189, 0.9189])
# --8<-- [end:mse]
