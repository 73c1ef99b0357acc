# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""batch_first, two directions, several layers: which state is the last one."""

import torch
from torch import nn

torch.manual_seed(0)

# --8<-- [start:batch-first]
inputs = torch.randn(2, 5, 3)  # (batch, seq, features)
changed = inputs.clone()
changed[0] += 1  # another first sequence; the second one is as it was
for batch_first in (True, False):
    rnn = nn.GRU(3, 4, batch_first=batch_first)
    outputs, h = rnn(inputs)
    same = torch.allclose(outputs[1], rnn(changed)[0][1])
    print(f"{batch_first=}: outputs {list(outputs.shape)}, h {list(h.shape)}")
    print(f"  the second sequence gets the same outputs: {same}")
# > batch_first=True: outputs [2, 5, 4], h [1, 2, 4]
# >   the second sequence gets the same outputs: True
# > batch_first=False: outputs [2, 5, 4], h [1, 5, 4]
# >   the second sequence gets the same outputs: False
# --8<-- [end:batch-first]

# --8<-- [start:bidirectional]
rnn = nn.GRU(3, 4, batch_first=True, bidirectional=True)
outputs, h = rnn(inputs)
print(f"outputs {list(outputs.shape)}, h {list(h.shape)}")
# > outputs [2, 5, 8], h [2, 2, 4]
print(
    f"forward,  its end is the last step:  {torch.equal(outputs[:, -1, :4], h[0])}"
)
# > forward,  its end is the last step:  True
print(
    f"backward, its end is the first step: {torch.equal(outputs[:, 0, 4:], h[1])}"
)
# > backward, its end is the first step: True
summary = torch.cat([h[-2], h[-1]], dim=1)  # both have read everything
print(f"summary {list(summary.shape)}")
# > summary [2, 8]

other = inputs.clone()
other[:, :-1] += 1  # everything before the last step
moved = (rnn(other)[0][:, -1] - outputs[:, -1]).abs().amax(0) > 0
print(f"outputs[:, -1] moved: {moved.tolist()}")
# > outputs[:, -1] moved: [True, True, True, True, False, False, False, False]
moved = (rnn(other)[1] - h).abs().amax((1, 2)) > 0
print(f"h moved (forward, backward): {moved.tolist()}")
# > h moved (forward, backward): [True, True]
# --8<-- [end:bidirectional]

# --8<-- [start:layers]
rnn = nn.LSTM(3, 4, num_layers=2, bidirectional=True, batch_first=True)
outputs, (h, c) = rnn(inputs)
print(f"outputs {list(outputs.shape)}, h {list(h.shape)}, c {list(c.shape)}")
# > outputs [2, 5, 8], h [4, 2, 4], c [4, 2, 4]
by_layer = h.view(2, 2, 2, 4)  # (layer, direction, batch, hidden)
print(
    f"{torch.equal(by_layer[-1, 0], h[-2])=}, {torch.equal(by_layer[-1, 1], h[-1])=}"
)
# > torch.equal(by_layer[-1, 0], h[-2])=True, torch.equal(by_layer[-1, 1], h[-1])=True
print([name for name, _ in rnn.named_parameters() if name.startswith("weight_hh")])
# > ['weight_hh_l0', 'weight_hh_l0_reverse', 'weight_hh_l1', 'weight_hh_l1_reverse']
# --8<-- [end:layers]

# --8<-- [start:options]
outputs, _ = nn.RNN(3, 4, nonlinearity="relu", batch_first=True)(inputs)
print(f"nonlinearity='relu': smallest output {outputs.min():.1f}")
# > nonlinearity='relu': smallest output 0.0
print(f"bias=False: {[n for n, _ in nn.GRU(3, 4, bias=False).named_parameters()]}")
# > bias=False: ['weight_ih_l0', 'weight_hh_l0']
deep = nn.GRU(3, 4, num_layers=2, dropout=0.5, batch_first=True)
twice = [deep(inputs)[0] for _ in range(2)]
print(f"dropout=0.5: {torch.equal(*twice)=}")
# > dropout=0.5: torch.equal(*twice)=False
deep.eval()
twice = [deep(inputs)[0] for _ in range(2)]
print(f"after eval(): {torch.equal(*twice)=}")
# > after eval(): torch.equal(*twice)=True
single = nn.GRU(3, 4, dropout=0.5)
# ! UserWarning: dropout option adds dropout after all but last recurrent layer, so non-zero dropout expects num_layers greater than 1, but got dropout=0.5 and num_layers=1
# --8<-- [end:options]
