# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The number of parameters by hand, checked against the layers."""

# --8<-- [start:formulas]
from torch import nn

a, b, k = 16, 32, 3
for name, layer, by_hand in (
    ("Linear", nn.Linear(a, b), a * b + b),
    ("Conv1d", nn.Conv1d(a, b, k), a * b * k + b),
    ("Conv2d", nn.Conv2d(a, b, k), a * b * k * k + b),
    ("Conv2d, groups=a", nn.Conv2d(a, b, k, groups=a), b * k * k + b),
    ("Embedding", nn.Embedding(a, b), a * b),
    ("LayerNorm", nn.LayerNorm(b), 2 * b),
    ("BatchNorm2d", nn.BatchNorm2d(b), 2 * b),
    ("LSTM", nn.LSTM(a, b), 4 * (a * b + b * b + 2 * b)),
    ("GRU", nn.GRU(a, b), 3 * (a * b + b * b + 2 * b)),
    ("MultiheadAttention", nn.MultiheadAttention(b, 4), 4 * (b * b + b)),
    ("ReLU, Dropout", nn.Sequential(nn.ReLU(), nn.Dropout()), 0),
):
    count = sum(p.numel() for p in layer.parameters())
    print(f"{name:18} {by_hand:5} {count == by_hand}")
# > Linear               544 True
# > Conv1d              1568 True
# > Conv2d              4640 True
# > Conv2d, groups=a     320 True
# > Embedding            512 True
# > LayerNorm             64 True
# > BatchNorm2d           64 True
# > LSTM                6400 True
# > GRU                 4800 True
# > MultiheadAttention  4224 True
# > ReLU, Dropout          0 True
# --8<-- [end:formulas]
