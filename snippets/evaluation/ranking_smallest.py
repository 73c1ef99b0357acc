# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Reciprocal rank, average precision and NDCG of one short list, by hand."""

import math

import torch

# --8<-- [start:smallest]
scores = torch.tensor([0.1, 0.9, 0.8, 0.4])  # of four items, for one query
relevant = torch.tensor([1, 0, 1, 0])
order = scores.argsort(descending=True)
print(
    f"as shown to the user: items {order.tolist()}, relevant {relevant[order].tolist()}"
)
# > as shown to the user: items [1, 2, 3, 0], relevant [0, 1, 0, 1]

rr = 1 / 2  # the first relevant item is second
ap = (1 / 2 + 2 / 4) / 2  # precision at each relevant item, averaged
dcg = 1 / math.log2(2 + 1) + 1 / math.log2(4 + 1)  # places 2 and 4
best = 1 / math.log2(1 + 1) + 1 / math.log2(2 + 1)  # places 1 and 2
print(
    f"reciprocal rank {rr:.4f}  average precision {ap:.4f}  NDCG {dcg / best:.4f}"
)
# > reciprocal rank 0.5000  average precision 0.5000  NDCG 0.6509
# --8<-- [end:smallest]
