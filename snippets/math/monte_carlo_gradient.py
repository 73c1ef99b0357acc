# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A gradient through a random draw: sample() cuts it, rsample() keeps it."""

import torch
from torch.distributions import Bernoulli, Normal

# --8<-- [start:sample]
mu = torch.tensor(1.0, requires_grad=True)
torch.manual_seed(0)

loss = (Normal(mu, 1.0).sample((1000,)) ** 2).mean()
try:
    loss.backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")
# > RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn
# --8<-- [end:sample]

# --8<-- [start:rsample]
loss = (Normal(mu, 1.0).rsample((100_000,)) ** 2).mean()  # mu + 1.0 * noise
loss.backward()
print(f"{loss.item()=:.2f} by formula {mu.item() ** 2 + 1:.2f}")
# > loss.item()=1.99 by formula 2.00
print(f"{mu.grad.item()=:.2f} by formula {2 * mu.item():.2f}")
# > mu.grad.item()=1.99 by formula 2.00
# --8<-- [end:rsample]

# --8<-- [start:discrete]
p = torch.tensor(0.3, requires_grad=True)
coin = Bernoulli(p)
try:
    coin.rsample((1000,))
except NotImplementedError as error:
    print(f"NotImplementedError: {error}")
# > NotImplementedError:

x = coin.sample((100_000,))
reward = 5 * x + 1  # E[reward] = 5 p + 1, its derivative is 5
(coin.log_prob(x) * reward).mean().backward()
print(f"{p.grad.item()=:.1f}")
# > p.grad.item()=5.0
# --8<-- [end:discrete]
