# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""Layers in a plain list: they run, but they are never trained, moved or saved."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


# --8<-- [start:counts]
class Net(nn.Module):
    def __init__(self, container):
        super().__init__()
        self.layers = container(
            [nn.Linear(64, 32), nn.Linear(32, 32), nn.Linear(32, 32)]
        )
        self.head = nn.Linear(32, 10)

    def forward(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs).relu()
        return self.head(inputs)


for container in (list, nn.ModuleList):
    model = Net(container)
    count = sum(parameter.numel() for parameter in model.parameters())
    print(
        f"{container.__name__:10} {model(torch.ones(5, 64)).shape}, {count} parameters,"
        f" {len(model.state_dict())} tensors in state_dict()"
    )
# > list       torch.Size([5, 10]), 330 parameters, 2 tensors in state_dict()
# > ModuleList torch.Size([5, 10]), 4522 parameters, 8 tensors in state_dict()
# --8<-- [end:counts]

# --8<-- [start:loss]
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
dataset = TensorDataset(images, torch.tensor(digits.target))
criterion = nn.CrossEntropyLoss()


def train(container):
    torch.manual_seed(0)
    loader = DataLoader(dataset, batch_size=64, shuffle=True)
    model = Net(container)
    first = model.layers[0].weight.clone()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.003)
    for _ in range(5):
        total = 0.0
        model.train()  # 1 training mode
        for inputs, targets in loader:
            optimizer.zero_grad()  # 2 clear the old gradients
            loss = criterion(model(inputs), targets)  # 3 forward and loss
            loss.backward()  # 4 gradients
            optimizer.step()  # 5 update
            total += loss.item() * len(inputs)
    moved = not torch.equal(first, model.layers[0].weight)
    return f"loss {total / len(dataset):.2f}, first layer moved: {moved}"


for container in (list, nn.ModuleList):
    print(f"{container.__name__:10} {train(container)}")
# > list       loss 2.27, first layer moved: False
# > ModuleList loss 0.33, first layer moved: True
# --8<-- [end:loss]

# --8<-- [start:left-behind]
for container in (list, nn.ModuleList):
    model = Net(container)
    model.to(torch.float64)
    model.eval()
    layer = model.layers[0]
    print(f"{container.__name__:10} {layer.weight.dtype}, {layer.training=}")
    try:
        model(torch.ones(1, 64, dtype=torch.float64))
        print("           the forward pass runs")
    except RuntimeError as error:
        print(f"           {error}")
# > list       torch.float32, layer.training=True
# >            mat1 and mat2 must have the same dtype, but got Double and Float
# > ModuleList torch.float64, layer.training=False
# >            the forward pass runs
# --8<-- [end:left-behind]


# --8<-- [start:moved]
model = Net(list).to("meta")  # as model.to("cuda") does: the list stays behind
try:
    model(torch.ones(1, 64, device="meta"))
except RuntimeError as error:
    print(error)
# > Tensor on device cpu is not on the expected device meta!
# --8<-- [end:moved]
