# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The recipe of the running average: beside the training, in validation and in a file."""

# --8<-- [start:answer]
import torch
from torch import nn

from torchbyexample.ema import EMA

torch.manual_seed(0)
x = torch.randn(512, 8)
y = x @ torch.linspace(-1, 1, 8) + torch.randn(512)  # noisy targets
criterion = nn.MSELoss()

model = nn.Linear(8, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
ema = EMA(model, decay=0.95)
for _ in range(200):
    batch = torch.randint(448, (8,))  # the last 64 rows validate
    optimizer.zero_grad()
    criterion(model(x[batch])[:, 0], y[batch]).backward()
    optimizer.step()
    ema.update(model)  # after each step


def validate():
    with torch.no_grad():
        return criterion(model(x[448:])[:, 0], y[448:]).item()


print(f"model {validate():.2f}")
# ~ model 1.20
with ema.average_parameters(model):
    print(f"average {validate():.2f}")
# ~ average 0.95
print(f"model again {validate():.2f}")
# ~ model again 1.20
torch.save(ema.model.state_dict(), "average.pt")  # for use
torch.save({"model": model.state_dict(), "ema": ema.state_dict()}, "checkpoint.pt")
# --8<-- [end:answer]

# --8<-- [start:saved]
print(model.load_state_dict(torch.load("average.pt")))
# > <All keys matched successfully>
print(f"from the file {validate():.2f}")
# ~ from the file 0.95
# --8<-- [end:saved]
