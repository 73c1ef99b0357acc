# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Messages that autoencoders and VAEs lead to, and what mends each."""

import torch
from torch import nn
from torch.distributions import Normal

torch.manual_seed(0)

# --8<-- [start:size]
criterion = nn.MSELoss()
inputs = torch.rand(4, 1, 28, 28)
down = nn.Sequential(nn.Conv2d(1, 8, 3, stride=2, padding=1), nn.ReLU())
for padding in (0, 1):
    up = nn.ConvTranspose2d(8, 1, 3, stride=2, padding=1, output_padding=padding)
    outputs = up(down(inputs))
    try:
        criterion(outputs, inputs)
    except RuntimeError as error:
        print(f"{error}")
    print(f"output_padding={padding}:", tuple(outputs.shape))
# > The size of tensor a (27) must match the size of tensor b (28) at non-singleton dimension 3
# > output_padding=0: (4, 1, 27, 27)
# > output_padding=1: (4, 1, 28, 28)
# ! UserWarning: Using a target size (torch.Size([4, 1, 28, 28])) that is different to the input size (torch.Size([4, 1, 27, 27])). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.

inputs = torch.rand(4, 1, 29, 29)  # and for an odd size it is the other way round
print(tuple(up(down(inputs)).shape))
# > (4, 1, 30, 30)
outputs = nn.functional.interpolate(up(down(inputs)), size=inputs.shape[-2:])
print(tuple(outputs.shape))
# > (4, 1, 29, 29)
up.output_padding = (0, 0)
print(tuple(up(down(inputs)).shape))
# > (4, 1, 29, 29)
# --8<-- [end:size]

# --8<-- [start:channels]
images = torch.rand(4, 1, 8, 8)
model = nn.Sequential(nn.Linear(64, 8), nn.Linear(8, 64))
try:
    model(images)
except RuntimeError as error:
    print(error)
# > addmm: mat1 and mat2 shapes cannot be multiplied (32x8 and 64x8)
# <= 2.14
# > mat1 and mat2 shapes cannot be multiplied (32x8 and 64x8)
print(tuple(model(images.flatten(1)).shape))
# > (4, 64)
# --8<-- [end:channels]

# --8<-- [start:range]
images = torch.randint(0, 17, (4, 64)).float()  # 0 to 16, not 0 to 1
logits = torch.zeros(4, 64)
for name, make in {
    "BCELoss": lambda: nn.functional.binary_cross_entropy(logits.sigmoid(), images),
    "logits as probabilities": lambda: nn.functional.binary_cross_entropy(
        logits - 1, images / 16
    ),
}.items():
    try:
        make()
    except RuntimeError as error:
        print(f"{name}: {error}")
# > BCELoss: all elements of target should be between 0 and 1
# > logits as probabilities: all elements of input should be between 0 and 1
loss = nn.functional.binary_cross_entropy_with_logits(logits + 3, images)
print(f"with logits: no error, and the loss is {loss.item():.1f}")
# > with logits: no error, and the loss is -22.0
# --8<-- [end:range]

# --8<-- [start:scale]
raw = torch.tensor([[0.5, -0.3]])  # what a Linear layer gives: also below zero
for name, std in {
    "the output itself": raw,
    "nan after a diverged step": raw * float("nan"),
}.items():
    try:
        Normal(torch.zeros(1, 2), std)
    except ValueError as error:
        print(f"{name}: {error}")
# > the output itself: Expected parameter scale (Tensor of shape (1, 2)) of distribution Normal(loc: torch.Size([1, 2]), scale: torch.Size([1, 2])) to satisfy the constraint GreaterThan(lower_bound=0.0), but found invalid values:
# > tensor([[ 0.5000, -0.3000]])
# > nan after a diverged step: Expected parameter scale (Tensor of shape (1, 2)) of distribution Normal(loc: torch.Size([1, 2]), scale: torch.Size([1, 2])) to satisfy the constraint GreaterThan(lower_bound=0.0), but found invalid values:
# > tensor([[nan, nan]])
print(Normal(torch.zeros(1, 2), (0.5 * raw).exp()).scale)
# > tensor([[1.2840, 0.8607]])
print(Normal(torch.zeros(1, 2), nn.functional.softplus(raw)).scale)
# > tensor([[0.9741, 0.5544]])
# --8<-- [end:scale]

# --8<-- [start:nan]
var = raw  # named var, but nothing makes it positive
print((-0.5 * (1 + var.log() - var)).sum())
# > tensor(nan)
log_var = torch.tensor([100.0])
print(log_var.exp(), log_var.clamp(-10, 10).exp())
# > tensor([inf]) tensor([22026.4648])
# --8<-- [end:nan]
