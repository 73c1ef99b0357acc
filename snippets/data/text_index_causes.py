# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.embedding-index"]
# ///
"""index out of range in self: the usual causes, and the one line that finds each of them."""

import torch
from torch import nn


# --8<-- [start:causes]
def report(name, embedding, indices):
    low, high, rows = indices.min(), indices.max(), embedding.num_embeddings
    try:
        embedding(indices)
        result = "runs"
    except IndexError as error:
        result = str(error)
    print(f"{name:20} indices {low} to {high}, {rows} rows: {result}")


words = torch.tensor([1, 40, 99])  # of a vocabulary of 100
report("arguments swapped", nn.Embedding(16, 100), words)
# > arguments swapped    indices 1 to 99, 16 rows: index out of range in self
report("in order", nn.Embedding(100, 16), words)
# > in order             indices 1 to 99, 100 rows: runs
report("ids from 1 to 5", nn.Embedding(5, 16), torch.arange(1, 6))
# > ids from 1 to 5      indices 1 to 5, 5 rows: index out of range in self
report("one row more", nn.Embedding(5 + 1, 16), torch.arange(1, 6))
# > one row more         indices 1 to 5, 6 rows: runs
report("padding at the end", nn.Embedding(100, 16), torch.tensor([1, 40, 100]))
# > padding at the end   indices 1 to 100, 100 rows: index out of range in self
report("positions", nn.Embedding(8, 16), torch.arange(12))  # a longer text
# > positions            indices 0 to 11, 8 rows: index out of range in self
report("ids of another table", nn.Embedding(5, 16), words)  # columns swapped
# > ids of another table indices 1 to 99, 5 rows: index out of range in self
# --8<-- [end:causes]
