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
print(f"default:           {pad_sequence(sequences).tolist()}")
# > default:           [[1, 4], [2, 0], [3, 0]]
print(f"batch_first=True:  {pad_sequence(sequences, batch_first=True).tolist()}")
# > batch_first=True:  [[1, 2, 3], [4, 0, 0]]
print(f"padding_value=-1:  {pad_sequence(sequences, batch_first=True, padding_value=-1).tolist()}")
# > padding_value=-1:  [[1, 2, 3], [4, -1, -1]]
print(f"padding_side=left: {pad_sequence(sequences, batch_first=True, padding_side='left').tolist()}")
# > padding_side=left: [[1, 2, 3], [0, 0, 4]]
# --8<-- [end:options]

# --8<-- [start:ignored]
torch.manual_seed(0)
logits = torch.randn(2, 3, 5)  # (batch, longest, classes)
real = F.cross_entropy(torch.cat([logits[0], logits[1, :1]]), torch.cat(sequences))  # the four real steps alone
for padding_value in (-100, 0):
    targets = pad_sequence(sequences, batch_first=True, padding_value=padding_value)  # (batch, longest)
    loss = F.cross_entropy(logits.flatten(0, 1), targets.flatten())
    print(f"targets padded with {padding_value}: same loss as without padding: {torch.allclose(loss, real)}")
# > targets padded with -100: same loss as without padding: True
# > targets padded with 0: same loss as without padding: False
# --8<-- [end:ignored]
