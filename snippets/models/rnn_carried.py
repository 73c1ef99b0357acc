# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.retain-hidden-state"]
# ///
"""A long sequence in pieces: the hidden state goes on, its graph does not."""

import torch
from torch import nn

# --8<-- [start:pieces]
torch.manual_seed(0)
rnn = nn.GRU(1, 8, batch_first=True)
sequence = torch.randn(1, 12, 1)
whole, _ = rnn(sequence)

h, carried, fresh = None, [], []
for piece in sequence.split(4, dim=1):  # three pieces of 4 steps
    outputs, h = rnn(piece, h)  # None begins with zeros
    carried.append(outputs)
    fresh.append(rnn(piece)[0])  # begins with zeros again
print(f"carried over: {torch.allclose(torch.cat(carried, 1), whole, atol=1e-6)}")
# > carried over: True
print(f"from zeros:   {torch.allclose(torch.cat(fresh, 1), whole, atol=1e-6)}")
# > from zeros:   False
# --8<-- [end:pieces]


# --8<-- [start:second-time]
def train(cut, retain_graph=False):
    torch.manual_seed(0)
    rnn, head = nn.GRU(1, 8, batch_first=True), nn.Linear(8, 1)
    parameters = [*rnn.parameters(), *head.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=0.01)
    h = None
    for piece in sequence.split(4, dim=1):
        outputs, h = rnn(piece[:, :-1], h)
        loss = nn.functional.mse_loss(head(outputs), piece[:, 1:])
        optimizer.zero_grad()
        loss.backward(retain_graph=retain_graph)
        optimizer.step()
        if cut:
            h = h.detach()
    return "ran to the end"


for cut, retain_graph in ((False, False), (False, True), (True, False)):
    try:
        result = train(cut, retain_graph)
    except RuntimeError as error:
        result = str(error)[:79]
    print(f"{cut=}, {retain_graph=}:\n  {result}")
# > cut=False, retain_graph=False:
# >   Trying to backward through the graph a second time (or directly access saved te
# > cut=False, retain_graph=True:
# >   one of the variables needed for gradient computation has been modified by an in
# > cut=True, retain_graph=False:
# >   ran to the end
# --8<-- [end:second-time]

# --8<-- [start:lstm]
lstm = nn.LSTM(1, 8, batch_first=True)
_, state = lstm(sequence)
try:
    state.detach()
except AttributeError as error:
    print(error)
# > 'tuple' object has no attribute 'detach'
state = tuple(part.detach() for part in state)
print([part.requires_grad for part in state])
# > [False, False]
# --8<-- [end:lstm]
