# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.device-mismatch"]
# ///
"""Model and batch are on the device, and still something is not: six usual ones, with meta in the place of a GPU."""

import torch
from torch import nn

device = torch.device("meta")  # yours is "cuda"
inputs = torch.ones(4, 2, device=device)
targets = torch.zeros(4, dtype=torch.long)  # stayed behind


# --8<-- [start:causes]
class Noisy(nn.Module):
    def forward(self, inputs):
        return inputs + torch.rand(2)


class Listed(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.BatchNorm1d(2)]  # no nn.ModuleList

    def forward(self, inputs):
        return self.layers[0](inputs)


noisy, listed = Noisy().to(device), Listed().to(device)
rnn = nn.RNN(2, 3).to(device)
criterion = nn.CrossEntropyLoss(weight=torch.ones(2))
for name, call in (
    ("targets", lambda: nn.CrossEntropyLoss()(inputs, targets)),
    ("weight of the loss", lambda: criterion(inputs, targets.to(device))),
    ("accuracy", lambda: inputs.argmax(dim=1) == targets),
    ("made in forward", lambda: noisy(inputs)),
    ("plain list", lambda: listed(inputs)),
    ("hidden state", lambda: rnn(inputs, torch.zeros(1, 3))),
):
    try:
        call()
    except RuntimeError as error:
        print(f"{name}: {error}")
# > targets: Tensor on device meta is not on the expected device cpu!
# > weight of the loss: Tensor on device cpu is not on the expected device meta!
# > accuracy: Tensor on device cpu is not on the expected device meta!
# > made in forward: Tensor on device cpu is not on the expected device meta!
# > plain list: Tensor on device cpu is not on the expected device meta!
# > hidden state: Input and hidden tensors are not at the same device, found input tensor at meta and hidden tensor at cpu
# --8<-- [end:causes]


# --8<-- [start:mended]
class Moved(nn.Module):
    def forward(self, inputs):
        return inputs + torch.rand(2, device=inputs.device)  # or torch.rand_like


class Registered(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.BatchNorm1d(2)])

    def forward(self, inputs):
        return self.layers[0](inputs)


noisy, listed = Moved().to(device), Registered().to(device)
print(nn.CrossEntropyLoss()(inputs, targets.to(device)).device)
# > meta
print(criterion.to(device)(inputs, targets.to(device)).device)
# > meta
print((inputs.argmax(dim=1) == targets.to(device)).device)
# > meta
print(noisy(inputs).device, listed(inputs).device)
# > meta meta
print(rnn(inputs, torch.zeros(1, 3, device=inputs.device))[0].device)
# > meta
# --8<-- [end:mended]
