# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["text_packing.svg"]
# ///
"""A packed sequence keeps the padding out of an RNN: its last state is that of the last word."""

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.nn.utils.rnn import (
    pack_padded_sequence,
    pad_packed_sequence,
    pad_sequence,
)

# --8<-- [start:packed]
sequences = [torch.tensor(row) for row in ([5, 2], [3, 4, 6, 2], [7, 3, 2])]
lengths = torch.tensor([len(sequence) for sequence in sequences])
padded = pad_sequence(sequences, batch_first=True)  # (3, 4)
packed = pack_padded_sequence(
    padded, lengths, batch_first=True, enforce_sorted=False
)
print(f"padded: {padded.tolist()}")
# > padded: [[5, 2, 0, 0], [3, 4, 6, 2], [7, 3, 2, 0]]
print(f"packed: {packed.data.tolist()}, {packed.batch_sizes.tolist()} at a time")
# > packed: [3, 7, 5, 4, 3, 2, 6, 2, 2], [3, 3, 2, 1] at a time
# --8<-- [end:packed]

# --8<-- [start:last-state]
torch.manual_seed(0)
embedding = nn.Embedding(8, 4, padding_idx=0)
rnn = nn.GRU(4, 4, batch_first=True)
vectors = embedding(padded)  # (3, 4, 4)
alone = torch.cat([rnn(embedding(s)[None])[1][0] for s in sequences])  # (3, 4)
with_padding = rnn(vectors)[1][0]
packed = pack_padded_sequence(
    vectors, lengths, batch_first=True, enforce_sorted=False
)
outputs, state = rnn(packed)
for name, last in (("padded", with_padding), ("packed", state[0])):
    same = [
        torch.allclose(a, b, atol=1e-6) for a, b in zip(last, alone, strict=True)
    ]
    print(f"{name}: the same state as alone {same}")
# > padded: the same state as alone [False, True, False]
# > packed: the same state as alone [True, True, True]
# --8<-- [end:last-state]

# --8<-- [start:unpack]
outputs, lengths_again = pad_packed_sequence(outputs, batch_first=True)
print(f"{list(outputs.shape)} lengths {lengths_again.tolist()}")
# > [3, 4, 4] lengths [2, 4, 3]
at_end = outputs[torch.arange(3), lengths - 1]  # each sequence's last word
print(f"{torch.allclose(at_end, state[0])=}")
# > torch.allclose(at_end, state[0])=True
print(f"{torch.allclose(outputs[:, -1], state[0])=}")
# > torch.allclose(outputs[:, -1], state[0])=False
# --8<-- [end:unpack]

# --8<-- [start:figure]
figure, columns = plt.subplots(1, 2, figsize=(4.8, 2.2))
order = [1, 2, 0]  # packing sorts by length
for axes, title, rows in (
    (columns[0], "padded", [0, 1, 2]),
    (columns[1], "packed", order),
):
    for place, row in enumerate(rows):
        for step in range(4):
            real = step < lengths[row]
            if real or title == "padded":
                color = "#1c7ed6" if real else "gray"
                alpha = 0.8 if real else 0.3
                axes.barh(place, 0.9, left=step - 0.45, color=color, alpha=alpha)
    axes.set(title=title, xlabel="step", xticks=range(4))
    axes.set(yticks=range(3), yticklabels=rows, xlim=(-0.6, 3.6))
    axes.invert_yaxis()
    axes.set_ylabel("sequence" if title == "padded" else "")
figure.savefig("text_packing.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
