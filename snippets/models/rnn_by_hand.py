# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["module.week1-rnn-topics"]
# ///
"""RNN, GRU and LSTM written as loops, and torch's own beside them."""

import torch
from torch import nn

# --8<-- [start:rnn]
torch.manual_seed(0)
inputs = torch.randn(2, 5, 3)  # (batch, seq, features)
rnn = nn.RNN(3, 4, batch_first=True)


def rnn_cell(x, h, layer):  # x (batch, 3), h (batch, 4)
    from_input = x @ layer.weight_ih_l0.T + layer.bias_ih_l0
    from_state = h @ layer.weight_hh_l0.T + layer.bias_hh_l0
    return torch.tanh(from_input + from_state)


h = torch.zeros(2, 4)
for t in range(5):
    h = rnn_cell(inputs[:, t], h, rnn)  # the same weights at every step
print(f"{torch.allclose(h, rnn(inputs)[1][0], atol=1e-6)=}")
# > torch.allclose(h, rnn(inputs)[1][0], atol=1e-6)=True
# --8<-- [end:rnn]


# --8<-- [start:lstm]
def lstm_cell(x, h, c, layer):
    gates = x @ layer.weight_ih_l0.T + layer.bias_ih_l0
    gates = gates + h @ layer.weight_hh_l0.T + layer.bias_hh_l0  # (batch, 16)
    i, f, g, o = gates.chunk(4, dim=1)  # torch's order: input, forget, g, output
    c = f.sigmoid() * c + i.sigmoid() * g.tanh()  # keep some, write some
    return o.sigmoid() * c.tanh(), c  # show some


lstm = nn.LSTM(3, 4, batch_first=True)
h, c = torch.zeros(2, 4), torch.zeros(2, 4)
for t in range(5):
    h, c = lstm_cell(inputs[:, t], h, c, lstm)
_, (h_torch, c_torch) = lstm(inputs)
print(f"{torch.allclose(h, h_torch[0], atol=1e-6)=}")
# > torch.allclose(h, h_torch[0], atol=1e-6)=True
print(f"{torch.allclose(c, c_torch[0], atol=1e-6)=}")
# > torch.allclose(c, c_torch[0], atol=1e-6)=True
# --8<-- [end:lstm]


# --8<-- [start:gru]
def gru_cell(x, h, layer):
    from_input = x @ layer.weight_ih_l0.T + layer.bias_ih_l0
    from_state = h @ layer.weight_hh_l0.T + layer.bias_hh_l0
    ir, iz, in_ = from_input.chunk(3, dim=1)  # torch's order: reset, update, new
    hr, hz, hn = from_state.chunk(3, dim=1)
    r, z = (ir + hr).sigmoid(), (iz + hz).sigmoid()
    n = (in_ + r * hn).tanh()
    return (1 - z) * n + z * h  # z near 1 keeps the old state


gru = nn.GRU(3, 4, batch_first=True)
h = torch.zeros(2, 4)
for t in range(5):
    h = gru_cell(inputs[:, t], h, gru)
print(f"{torch.allclose(h, gru(inputs)[1][0], atol=1e-6)=}")
# > torch.allclose(h, gru(inputs)[1][0], atol=1e-6)=True
# --8<-- [end:gru]

# --8<-- [start:parameters]
for layer, gates in ((nn.RNN, 1), (nn.GRU, 3), (nn.LSTM, 4)):
    count = sum(p.numel() for p in layer(3, 4).parameters())
    formula = gates * (4 * 3 + 4 * 4 + 4 + 4)  # two matrices, two biases
    base = layer.__mro__[1].__name__
    print(f"{layer.__name__:<4} {count:>3} parameters, {formula=}, a {base}")
# > RNN   36 parameters, formula=36, a RNNBase
# > GRU  108 parameters, formula=108, a RNNBase
# > LSTM 144 parameters, formula=144, a RNNBase
# --8<-- [end:parameters]
