# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What an RNN, a GRU and an LSTM take and return."""

import torch
from torch import nn

# --8<-- [start:answer]
rnn = nn.GRU(input_size=3, hidden_size=4, batch_first=True)
outputs, h = rnn(torch.randn(2, 5, 3))  # 2 sequences, 5 steps, 3 features
summary = h[-1]  # (2, 4): one vector for each sequence
# --8<-- [end:answer]

# --8<-- [start:smallest]
torch.manual_seed(0)
inputs = torch.randn(2, 5, 3)  # (batch, seq, features)
for layer in (nn.RNN, nn.GRU, nn.LSTM):
    rnn = layer(input_size=3, hidden_size=4, batch_first=True)
    outputs, state = rnn(inputs)
    h = state[0] if layer is nn.LSTM else state  # an LSTM returns (h, c)
    print(f"{layer.__name__:<4} outputs {list(outputs.shape)}, h {list(h.shape)}")
    print(f"     the last output is h: {torch.equal(outputs[:, -1], h[-1])}")
# > RNN  outputs [2, 5, 4], h [1, 2, 4]
# >      the last output is h: True
# > GRU  outputs [2, 5, 4], h [1, 2, 4]
# >      the last output is h: True
# > LSTM outputs [2, 5, 4], h [1, 2, 4]
# >      the last output is h: True
# --8<-- [end:smallest]


# --8<-- [start:model]
class Classifier(nn.Module):
    """One answer for each sequence."""

    def __init__(self, features, hidden, classes):
        super().__init__()
        self.rnn = nn.GRU(features, hidden, batch_first=True)
        self.head = nn.Linear(hidden, classes)

    def forward(self, inputs):  # (batch, seq, features)
        _, h = self.rnn(inputs)  # h: (1, batch, hidden)
        return self.head(h[-1])  # (batch, classes)


print(Classifier(3, 4, classes=10)(inputs).shape)
# > torch.Size([2, 10])
# --8<-- [end:model]
