# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A loss that is called like a function, and a model that returns a tuple."""

import torch
from torch import nn

torch.manual_seed(0)
logits, targets = torch.zeros(4, 3), torch.tensor([0, 1, 2, 0])

# --8<-- [start:constructor]
try:
    loss = nn.CrossEntropyLoss(logits, targets)  # makes a module
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Boolean value of Tensor with more than one value is ambiguous
criterion = nn.CrossEntropyLoss()
print(f"fixed: {criterion(logits, targets):.4f}")
# > fixed: 1.0986
print(f"or:    {nn.functional.cross_entropy(logits, targets):.4f}")
# > or:    1.0986
# --8<-- [end:constructor]

# --8<-- [start:tuple]
lstm = nn.LSTM(input_size=2, hidden_size=3, batch_first=True)
outputs = lstm(torch.zeros(4, 5, 2))  # (outputs, (hidden, cell))
try:
    criterion(outputs, targets)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: cross_entropy_loss(): argument 'input' (position 1) must be Tensor, not tuple
last = outputs[0][:, -1]  # (batch, seq, hidden) -> (batch, hidden)
print(f"fixed: {criterion(last, targets):.1f}")
# > fixed: 1.1
# --8<-- [end:tuple]
