# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The two formulas of a VAE by hand, and the same from torch.distributions."""

import torch
from torch.distributions import Normal, kl_divergence

# --8<-- [start:sample]
mu = torch.tensor([[0.5, -1.0]], requires_grad=True)  # (batch, latent)
log_var = torch.tensor([[0.0, -2.0]], requires_grad=True)
std = (0.5 * log_var).exp()

torch.manual_seed(0)
z = mu + std * torch.randn_like(std)  # the noise is drawn apart
torch.manual_seed(0)
print(torch.equal(z, Normal(mu, std).rsample()))
# > True
z.sum().backward()
print(mu.grad, log_var.grad is not None)
# > tensor([[1., 1.]]) True

print(
    Normal(mu, std).rsample().requires_grad, Normal(mu, std).sample().requires_grad
)
# > True False
# --8<-- [end:sample]

# --8<-- [start:kl]
by_hand = -0.5 * (1 + log_var - mu**2 - log_var.exp())  # one value a dimension
of_torch = kl_divergence(Normal(mu, std), Normal(0, 1))
print(by_hand, torch.allclose(by_hand, of_torch))
# > tensor([[0.1250, 1.0677]], grad_fn=<MulBackward0>) True
print(by_hand.sum(1), "summed over the latent: one number an image")
# > tensor([1.1927], grad_fn=<SumBackward1>) summed over the latent: one number an image

samples = Normal(mu, std).sample((1_000_000,))
ratio = Normal(mu, std).log_prob(samples) - Normal(0, 1).log_prob(samples)
print(torch.allclose(ratio.mean(0), by_hand, atol=0.01), "as a mean over samples")
# > True as a mean over samples
zero = torch.zeros(1)
print(kl_divergence(Normal(zero, zero.exp()), Normal(0, 1)), "if mu=0 and std=1")
# > tensor([0.]) if mu=0 and std=1
# --8<-- [end:kl]
