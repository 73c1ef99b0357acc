# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""An encoder block by hand, and nn.TransformerEncoderLayer beside it."""

import torch
from torch import nn
from torch.nn import functional as F

# --8<-- [start:answer]
block = nn.TransformerEncoderLayer(d_model=8, nhead=2, batch_first=True)
model = nn.TransformerEncoder(block, num_layers=3)
outputs = model(torch.randn(4, 5, 8))  # (batch, seq, d_model), in and out
# --8<-- [end:answer]


# --8<-- [start:block]
class Block(nn.Module):
    """Attention, then a small MLP, each added to what came in."""

    def __init__(self, width, heads, hidden, norm_first):
        super().__init__()
        self.norm_first = norm_first
        self.self_attn = nn.MultiheadAttention(width, heads, batch_first=True)
        self.linear1 = nn.Linear(width, hidden)
        self.linear2 = nn.Linear(hidden, width)
        self.norm1 = nn.LayerNorm(width)
        self.norm2 = nn.LayerNorm(width)

    def attend(self, x):
        return self.self_attn(x, x, x, need_weights=False)[0]

    def think(self, x):
        return self.linear2(F.relu(self.linear1(x)))

    def forward(self, x):  # (batch, seq, width)
        if self.norm_first:
            x = x + self.attend(self.norm1(x))
            return x + self.think(self.norm2(x))
        x = self.norm1(x + self.attend(x))
        return self.norm2(x + self.think(x))


torch.manual_seed(0)
inputs = torch.randn(4, 5, 8)
for norm_first in (False, True):
    torchs = nn.TransformerEncoderLayer(
        8, 2, 32, dropout=0.0, batch_first=True, norm_first=norm_first
    )
    ours = Block(8, 2, 32, norm_first)
    ours.load_state_dict(torchs.state_dict())  # the names are the same
    same = torch.allclose(ours(inputs), torchs(inputs), atol=1e-5)
    print(f"{norm_first=}: the same outputs: {same}")
# > norm_first=False: the same outputs: True
# > norm_first=True: the same outputs: True
# --8<-- [end:block]

# --8<-- [start:options]
default = nn.TransformerEncoderLayer(8, 2, batch_first=True)
print(f"dim_feedforward: {default.linear1.out_features}, {default.dropout}")
# > dim_feedforward: 2048, Dropout(p=0.1, inplace=False)
print(f"activation: {default.activation.__name__}, {default.norm_first=}")
# > activation: relu, default.norm_first=False
a, b = default(inputs), default(inputs)
print(f"in train(), the same twice: {torch.equal(a, b)}")
# > in train(), the same twice: False
default.eval()
print(f"in eval(), the same twice: {torch.equal(default(inputs), default(inputs))}")
# > in eval(), the same twice: True
gelu = nn.TransformerEncoderLayer(8, 2, activation="gelu", batch_first=True)
print(f"activation='gelu': {gelu.activation.__name__}")
# > activation='gelu': gelu
for width, hidden in ((64, 256), (64, 2048)):
    layer = nn.TransformerEncoderLayer(width, 4, hidden)
    count = sum(p.numel() for p in layer.parameters())
    print(f"d_model={width}, dim_feedforward={hidden}: {count} parameters")
# > d_model=64, dim_feedforward=256: 49984 parameters
# > d_model=64, dim_feedforward=2048: 281152 parameters
# --8<-- [end:options]

# --8<-- [start:positions]
order = torch.tensor([3, 0, 4, 1, 2])
encoder = nn.TransformerEncoder(block, num_layers=3).eval()
positions = nn.Embedding(5, 8)  # one vector for each position
where = positions(torch.arange(5))  # (5, 8)
for name, added in (("without positions", 0), ("with positions", where)):
    straight = encoder(inputs + added)
    shuffled = encoder(inputs[:, order] + added)
    same = torch.allclose(straight[:, order], shuffled, atol=1e-5)
    mean = torch.allclose(straight.mean(1), shuffled.mean(1), atol=1e-5)
    print(f"{name}: the same outputs, reordered: {same}, the same mean: {mean}")
# > without positions: the same outputs, reordered: True, the same mean: True
# > with positions: the same outputs, reordered: False, the same mean: False
# --8<-- [end:positions]

# --8<-- [start:layers]
stack = nn.TransformerEncoder(block, num_layers=3)
first, second = stack.layers[0].linear1.weight, stack.layers[1].linear1.weight
print(
    f"equal at first: {torch.equal(first, second)}, one tensor: {first is second}"
)
# > equal at first: True, one tensor: False
# --8<-- [end:layers]
