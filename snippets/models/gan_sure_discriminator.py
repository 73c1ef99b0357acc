# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The discriminator's loss goes to 0: how much gradient the generator still gets."""

import torch
from torch import nn

criterion = nn.BCEWithLogitsLoss()


# --8<-- [start:sure]
def gradient(loss, network):
    grads = torch.autograd.grad(loss, list(network.parameters()), retain_graph=True)
    return torch.cat([grad.flatten() for grad in grads]).norm().item()


for seed in range(3):
    torch.manual_seed(seed)
    generator = nn.Sequential(nn.Linear(4, 32), nn.ReLU(), nn.Linear(32, 2))
    discriminator = nn.Sequential(nn.Linear(2, 32), nn.ReLU(), nn.Linear(32, 1))
    d_optimizer = torch.optim.Adam(discriminator.parameters(), lr=0.01)
    for step in range(301):  # only the discriminator is trained
        real = torch.tensor([3.0, -2.0]) + 0.1 * torch.randn(64, 2)
        fake = generator(torch.randn(64, 4))
        ones, zeros = torch.ones(64, 1), torch.zeros(64, 1)
        d_loss = criterion(discriminator(real), ones)
        d_loss = d_loss + criterion(discriminator(fake.detach()), zeros)
        if step in (0, 300):
            logits = discriminator(fake)
            minimax = gradient(-criterion(logits, zeros), generator)
            other = gradient(criterion(logits, ones), generator)
            print(f"seed {seed}, step {step}: d_loss {d_loss:.2f}", end=", ")
            print(f"minimax {minimax:.2f}, non-saturating {other:.2f}")
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
# ~ seed 0, step 0: d_loss 1.12, minimax 0.13, non-saturating 0.10
# ~ seed 0, step 300: d_loss 0.00, minimax 0.00, non-saturating 9.06
# ~ seed 1, step 0: d_loss 1.49, minimax 0.09, non-saturating 0.09
# ~ seed 1, step 300: d_loss 0.00, minimax 0.00, non-saturating 9.51
# ~ seed 2, step 0: d_loss 1.17, minimax 0.28, non-saturating 0.31
# ~ seed 2, step 300: d_loss 0.00, minimax 0.00, non-saturating 18.69
# --8<-- [end:sure]
