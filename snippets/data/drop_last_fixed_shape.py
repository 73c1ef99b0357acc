# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Code that counts on one batch size: a carried hidden state breaks, torch.compile compiles again."""

import torch
from torch import nn
from torch.utils.data import DataLoader

# --8<-- [start:hidden]
dataset = torch.randn(10, 5, 3)  # (samples, seq, features)
model = nn.GRU(input_size=3, hidden_size=2, batch_first=True)

for drop_last in (True, False):
    # (layers, batch, hidden): made for batches of four
    hidden = torch.zeros(1, 4, 2)
    try:
        for inputs in DataLoader(dataset, batch_size=4, drop_last=drop_last):
            output, hidden = model(inputs, hidden)  # carried from batch to batch
        print(f"drop_last={drop_last}: done, output {list(output.shape)}")
    except RuntimeError as error:
        print(f"drop_last={drop_last}: {type(error).__name__}: {error}")
# > drop_last=True: done, output [4, 5, 2]
# > drop_last=False: RuntimeError: Expected hidden size (1, 2, 2), got [1, 4, 2]
# --8<-- [end:hidden]


# --8<-- [start:compile]
def count(
    graph, _
):  # a backend that compiles nothing and counts how often it is asked
    global compilations
    compilations += 1
    return graph.forward


for drop_last in (True, False):
    compilations = 0
    torch.compiler.reset()  # forget the other round
    model = torch.compile(nn.ReLU(), backend=count)
    for inputs in DataLoader(torch.zeros(10), batch_size=4, drop_last=drop_last):
        model(inputs)
    print(f"drop_last={drop_last}: compilations {compilations}")
# > drop_last=True: compilations 1
# > drop_last=False: compilations 2
# --8<-- [end:compile]
