# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The usual errors of a GAN: no detach(), an output used after step(), shapes."""

import torch
from torch import nn

# --8<-- [start:second-time]
torch.manual_seed(0)
generator, discriminator = nn.Linear(2, 2), nn.Linear(2, 1)
g_optimizer = torch.optim.SGD(generator.parameters(), lr=0.1)
d_optimizer = torch.optim.SGD(discriminator.parameters(), lr=0.1)
criterion = nn.BCEWithLogitsLoss()
ones, zeros = torch.ones(4, 1), torch.zeros(4, 1)

fake = generator(torch.randn(4, 2))
d_loss = criterion(discriminator(fake), zeros)  # without detach()
d_loss.backward()
try:
    criterion(discriminator(fake), ones).backward()
except RuntimeError as error:
    print(str(error).split(" (")[0])
# > Trying to backward through the graph a second time
# --8<-- [end:second-time]

# --8<-- [start:what-detach-does]
for detach in (False, True):
    generator.zero_grad()
    fake = generator(torch.randn(4, 2))
    criterion(discriminator(fake.detach() if detach else fake), zeros).backward()
    print(
        f"{detach=}: the generator has a gradient: {generator.weight.grad is not None}"
    )
# > detach=False: the generator has a gradient: True
# > detach=True: the generator has a gradient: False
# --8<-- [end:what-detach-does]

# --8<-- [start:retain]
discriminator = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 1))
d_optimizer = torch.optim.SGD(discriminator.parameters(), lr=0.1)
fake = generator(torch.randn(4, 2))
said = discriminator(fake)  # one forward pass for both losses
criterion(said, zeros).backward(retain_graph=True)
d_optimizer.step()
try:
    criterion(said, ones).backward()
except RuntimeError as error:
    print(str(error).split(": [")[0])
# > one of the variables needed for gradient computation has been modified by an inplace operation
criterion(discriminator(fake), ones).backward()  # asked anew after step()
# --8<-- [end:retain]

# --8<-- [start:wrong-way]
fake = generator(torch.randn(4, 2)).detach()  # detached for both
try:
    generator.zero_grad()
    criterion(discriminator(fake), ones).backward()
    print("no error, gradient of the generator:", generator.weight.grad)
except RuntimeError as error:
    print(error)
# > no error, gradient of the generator: None
# --8<-- [end:wrong-way]

# --8<-- [start:left-over]
d_optimizer.zero_grad()
fake = generator(torch.randn(4, 2))
criterion(discriminator(fake), ones).backward()  # the generator's loss
print(
    "the discriminator has a gradient from it:",
    discriminator[0].weight.grad is not None,
)
# > the discriminator has a gradient from it: True
# --8<-- [end:left-over]

# --8<-- [start:shape]
for name, make in {
    "labels without a column": lambda: criterion(
        discriminator(fake), torch.ones(4)
    ),
    "a last batch of 3": lambda: criterion(discriminator(fake[:3]), ones),
    "BCELoss and logits": lambda: nn.BCELoss()(discriminator(fake) - 5, ones),
}.items():
    try:
        make()
    except (ValueError, RuntimeError) as error:
        print(f"{name}: {error}")
# > labels without a column: Target size (torch.Size([4])) must be the same as input size (torch.Size([4, 1]))
# > a last batch of 3: Target size (torch.Size([4, 1])) must be the same as input size (torch.Size([3, 1]))
# > BCELoss and logits: all elements of input should be between 0 and 1
logits = discriminator(fake[:3])
print(criterion(logits, torch.ones_like(logits)).shape)
# > torch.Size([])
# --8<-- [end:shape]
