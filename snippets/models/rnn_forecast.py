# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A time series cut into windows with unfold, and an LSTM that predicts the next value."""

import torch
from torch import nn

torch.manual_seed(0)

# --8<-- [start:windows]
series = torch.sin(torch.arange(400) * 0.2)  # (time,)
window = 20
pieces = series.unfold(0, window + 1, 1)  # each row begins one step later
inputs, targets = pieces[:, :-1, None], pieces[:, -1:]
print(list(pieces.shape), list(inputs.shape), list(targets.shape))
# > [380, 21] [380, 20, 1] [380, 1]
print(torch.equal(inputs[1, :-1], inputs[0, 1:]), bool(targets[0] == series[20]))
# > True True
# --8<-- [end:windows]


# --8<-- [start:forecast]
class Forecast(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(1, 16, batch_first=True)
        self.head = nn.Linear(16, 1)

    def forward(self, inputs):  # (batch, window, 1)
        _, (h, _) = self.lstm(inputs)
        return self.head(h[-1])  # (batch, 1)


cut = 300  # train on the past, validate on what comes later
criterion = nn.MSELoss()
for seed in range(3):
    torch.manual_seed(seed)
    model = Forecast()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(100):
        optimizer.zero_grad()
        loss = criterion(model(inputs[:cut]), targets[:cut])
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        error = criterion(model(inputs[cut + window :]), targets[cut + window :])
    print(f"seed {seed}: mean squared error below 0.002: {bool(error < 0.002)}")
# > seed 0: mean squared error below 0.002: True
# > seed 1: mean squared error below 0.002: True
# > seed 2: mean squared error below 0.002: True
later = slice(cut + window, None)
print(f"the last value again: {criterion(inputs[later, -1], targets[later]):.3f}")
# > the last value again: 0.021
# --8<-- [end:forecast]
