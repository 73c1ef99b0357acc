# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The last state of padded sequences, in both directions."""

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_sequence

# --8<-- [start:padding]
torch.manual_seed(0)
sequences = [torch.randn(n, 3) for n in (2, 5, 3)]
lengths = torch.tensor([2, 5, 3])
padded = pad_sequence(sequences, batch_first=True)  # (3, 5, 3)
rnn = nn.GRU(3, 4, batch_first=True, bidirectional=True)
alone = torch.cat([rnn(s[None])[1] for s in sequences], dim=1)  # (2, 3, 4)


def report(name, h):
    for direction, ours, right in zip(
        ("forward", "backward"), h, alone, strict=True
    ):
        same = torch.isclose(ours, right, atol=1e-6).all(1)
        print(f"{name}, {direction:<8} as if alone: {same.tolist()}")


report("padded", rnn(padded)[1])
# > padded, forward  as if alone: [False, True, False]
# > padded, backward as if alone: [False, True, False]
packed = pack_padded_sequence(
    padded, lengths, batch_first=True, enforce_sorted=False
)
report("packed", rnn(packed)[1])
# > packed, forward  as if alone: [True, True, True]
# > packed, backward as if alone: [True, True, True]

outputs, _ = rnn(padded)
at_end = outputs[torch.arange(3), lengths - 1]  # each one's own last step
print(
    f"outputs at the end, forward:  {torch.allclose(at_end[:, :4], alone[0], atol=1e-6)}"
)
# > outputs at the end, forward:  True
print(
    f"outputs at step 0, backward:   {torch.allclose(outputs[:, 0, 4:], alone[1], atol=1e-6)}"
)
# > outputs at step 0, backward:   False
# --8<-- [end:padding]
