# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["embedding_rows.svg"]
# ///
"""An embedding is a table of weights: an index picks a row, as a one-hot vector times the table would."""

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch import nn

# --8<-- [start:smallest]
torch.manual_seed(0)
embedding = nn.Embedding(5, 3)  # 5 rows of 3 weights
indices = torch.tensor([[4, 1], [1, 0]])  # (batch, length)
vectors = embedding(indices)
print(list(vectors.shape))  # (batch, length, 3)
# > [2, 2, 3]
same_rows = torch.equal(vectors, embedding.weight[indices])
one_hot = F.one_hot(indices, num_classes=5).float()  # (batch, length, 5)
same_product = torch.allclose(vectors, one_hot @ embedding.weight)
print(f"{same_rows=} {same_product=}")
# > same_rows=True same_product=True
# --8<-- [end:smallest]

# --8<-- [start:figure]
figure, columns = plt.subplots(
    1, 2, figsize=(4.4, 2.2), height_ratios=[1], width_ratios=[1, 1]
)
for axes, rows, labels, title in (
    (columns[0], embedding.weight, range(5), "embedding.weight"),
    (
        columns[1],
        vectors.view(4, 3),
        indices.flatten().tolist(),
        "embedding(indices)",
    ),
):
    axes.imshow(rows.detach(), cmap="coolwarm", vmin=-2, vmax=2, aspect="auto")
    axes.set(yticks=range(len(labels)), yticklabels=labels, xticks=[])
    axes.set_title(title, fontsize=10)
columns[0].set_ylabel("row")
columns[1].set_ylabel("index")
figure.tight_layout()
figure.savefig("embedding_rows.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
