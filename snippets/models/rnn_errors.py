# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy"]
#
# [tool.tbe]
# claims = ["err.rnn-input-size"]
# ///
"""What RNN, GRU and LSTM say when sizes, states or types do not fit."""

import numpy as np
import torch
from torch import nn


# --8<-- [start:input-size]
def attempt(name, call):
    try:
        print(f"{name}: {list(call().shape)}")
    except (AttributeError, RuntimeError, TypeError, ValueError) as error:
        print(f"{name}:\n  {type(error).__name__}: {error}")


rnn = nn.GRU(5, 4, batch_first=True)
inputs = torch.randn(2, 7, 3)  # 3 features, the model was made for 5
attempt("another number", lambda: rnn(inputs)[0])
# > another number:
# >   RuntimeError: input.size(-1) must be equal to input_size. Expected 5, got 3
attempt("batch_first=False", lambda: nn.GRU(5, 4)(inputs)[0])
# > batch_first=False:
# >   RuntimeError: input.size(-1) must be equal to input_size. Expected 5, got 3
series = torch.randn(2, 7)  # one value a step: (batch, seq)
one = nn.GRU(1, 4, batch_first=True)
attempt("no feature dimension", lambda: one(series)[0])
# > no feature dimension:
# >   RuntimeError: input.size(-1) must be equal to input_size. Expected 1, got 7
attempt("unsqueeze(-1)", lambda: one(series.unsqueeze(-1))[0])
# > unsqueeze(-1): [2, 7, 4]
channels = torch.randn(2, 5, 7)  # (batch, features, seq), as Conv1d takes it
attempt("features before steps", lambda: rnn(channels)[0])
# > features before steps:
# >   RuntimeError: input.size(-1) must be equal to input_size. Expected 5, got 7
attempt("transpose(1, 2)", lambda: rnn(channels.transpose(1, 2))[0])
# > transpose(1, 2): [2, 7, 4]
# --8<-- [end:input-size]

# --8<-- [start:hidden-size]
inputs = torch.randn(2, 7, 5)
attempt("state with batch first", lambda: rnn(inputs, torch.zeros(2, 1, 4))[0])
# > state with batch first:
# >   RuntimeError: Expected hidden size (1, 2, 4), got [2, 1, 4]
attempt("state of a larger batch", lambda: rnn(inputs, torch.zeros(1, 8, 4))[0])
# > state of a larger batch:
# >   RuntimeError: Expected hidden size (1, 2, 4), got [1, 8, 4]
both = nn.GRU(5, 4, batch_first=True, bidirectional=True)
attempt("one state, two directions", lambda: both(inputs, torch.zeros(1, 2, 4))[0])
# > one state, two directions:
# >   RuntimeError: Expected hidden size (2, 2, 4), got [1, 2, 4]
attempt("state of 2 dimensions", lambda: rnn(inputs, torch.zeros(2, 4))[0])
# > state of 2 dimensions:
# >   RuntimeError: For batched 3-D input, hx should also be 3-D but got 2-D tensor
lstm = nn.LSTM(5, 4, batch_first=True)
state = torch.zeros(2, 1, 4)
attempt("LSTM", lambda: lstm(inputs, (state, state))[0])
# > LSTM:
# >   RuntimeError: Expected hidden[0] size (1, 2, 4), got [2, 1, 4]
# --8<-- [end:hidden-size]

# --8<-- [start:tuple]
attempt("Sequential", lambda: nn.Sequential(rnn, nn.Linear(4, 2))(inputs))
# > Sequential:
# >   TypeError: linear(): argument 'input' (position 1) must be Tensor, not tuple
attempt("its first part", lambda: nn.Linear(4, 2)(rnn(inputs)[0]))
# > its first part: [2, 7, 2]
attempt("an LSTM's state", lambda: rnn(inputs, lstm(inputs)[1])[0])
# > an LSTM's state:
# >   AttributeError: 'tuple' object has no attribute 'dim'
attempt("Linear(hidden)", lambda: nn.Linear(4, 2)(both(inputs)[0]))
# > Linear(hidden):
# >   RuntimeError: mm: mat1 and mat2 shapes cannot be multiplied (14x8 and 4x2)
# <= 2.14
# > Linear(hidden):
# >   RuntimeError: mat1 and mat2 shapes cannot be multiplied (14x8 and 4x2)
attempt("Linear(2 * hidden)", lambda: nn.Linear(2 * 4, 2)(both(inputs)[0]))
# > Linear(2 * hidden): [2, 7, 2]
# --8<-- [end:tuple]

# --8<-- [start:dtype]
from_numpy = torch.from_numpy(np.zeros((2, 7, 5)))
attempt("from NumPy", lambda: rnn(from_numpy)[0])
# > from NumPy:
# >   ValueError: RNN input dtype (torch.float64) does not match weight dtype (torch.float32). Convert input: input.to(torch.float32), or convert model: model.to(torch.float64)
attempt("float()", lambda: rnn(from_numpy.float())[0])
# > float(): [2, 7, 4]
# --8<-- [end:dtype]
