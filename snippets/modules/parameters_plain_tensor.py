# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""A weight kept as a plain tensor: it never learns and it is not saved, and nothing says so."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


# --8<-- [start:model]
class Line(nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.slope = kind(torch.tensor([1.0]))
        self.intercept = nn.Parameter(torch.tensor([0.0]))

    def forward(self, inputs):
        return self.slope * inputs + self.intercept


def plain(tensor):
    return tensor.requires_grad_()


inputs = torch.linspace(-1, 1, 64)
targets = 3 * inputs + 0.5
loader = DataLoader(TensorDataset(inputs, targets), batch_size=16)
# --8<-- [end:model]


# --8<-- [start:train]
criterion = nn.MSELoss()


def train(model):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(30):
        model.train()  # 1 training mode
        for inputs, targets in loader:
            optimizer.zero_grad()  # 2 clear the old gradients
            loss = criterion(model(inputs), targets)  # 3 forward and loss
            loss.backward()  # 4 gradients
            optimizer.step()  # 5 update


for kind in (nn.Parameter, plain):
    model = Line(kind)
    train(model)
    loss = criterion(model(inputs), targets)
    slope, intercept = model.slope.item(), model.intercept.item()
    print(f"{kind.__name__:9} {slope=:.2f} {intercept=:.2f} loss={loss.item():.4f}")
    print(
        f"          size of the slope's gradient: {model.slope.grad.abs().item():.1f}"
    )
# > Parameter slope=3.00 intercept=0.50 loss=0.0000
# >           size of the slope's gradient: 0.0
# > plain     slope=1.00 intercept=0.78 loss=1.4537
# >           size of the slope's gradient: 179.5
# --8<-- [end:train]

# --8<-- [start:saved]
trained = Line(plain)
trained.slope = torch.tensor([3.0])  # suppose that it had learned
again = Line(plain)
print(again.load_state_dict(trained.state_dict()))
# > <All keys matched successfully>
print(f"{trained.slope=} {again.slope=}")
# > trained.slope=tensor([3.]) again.slope=tensor([1.], requires_grad=True)
# --8<-- [end:saved]
