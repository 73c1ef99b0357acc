# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""What pad_sequence can be told: batch_first, padding_value and padding_side."""

import torch
import torch.nn.functional as F
from torch.nn.utils.rnn import pad_sequence

# --8<-- [start:options]
sequences = [torch.tensor([1, 2, 3]), torch.tensor([4])]
options = [
    {},
    {"batch_first": True},
    {"batch_first": True, "padding_value": -1},
    {"batch_first": True, "padding_side": "left"},
]
for chosen in options:
    print(f"{pad_sequence(sequences, **chosen).tolist()} {chosen}")
# > [[1, 4], [2, 0], [3, 0]] {}
# > [[1, 2, 3], [4, 0, 0]] {'batch_first': True}
# > [[1, 2, 3], [4, -1, -1]] {'batch_first': True, 'padding_value': -1}
# > [[1, 2, 3], [0, 0, 4]] {'batch_first': True, 'padding_side': 'left'}
# --8<-- [end:options]

# --8<-- [start:ignored]
torch.manual_seed(0)
logits = torch.randn(2, 3, 5)  # (batch, longest, classes)
# the four real steps alone: (4, classes)
real = torch.cat([logits[0], logits[1, :1]])
expected = F.cross_entropy(real, torch.cat(sequences))

for padding_value in (-100, 0):
    targets = pad_sequence(sequences, batch_first=True, padding_value=padding_value)
    loss = F.cross_entropy(logits.flatten(0, 1), targets.flatten())
    print(
        f"padded with {padding_value}: loss {loss:.3f}, real steps alone {expected:.3f}"
    )
# > padded with -100: loss 2.087, real steps alone 2.087
# > padded with 0: loss 1.880, real steps alone 2.087
# --8<-- [end:ignored]
