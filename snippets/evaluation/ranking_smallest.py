# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Reciprocal rank, average precision and NDCG of one short list, by hand."""

import torch

# --8<-- [start:smallest]
scores = torch.tensor([0.1, 0.9, 0.8, 0.4])  # of four items, for one query
relevant = torch.tensor([1, 0, 1, 0])
order = scores.argsort(descending=True)
print(
    f"as shown to the user: items {order.tolist()}, relevant {relevant[order].tolist()}"
)
# > as shown to the user: items [1, 2, 3, 0], relevant [0, 1, 0, 1]

places = relevant[order].nonzero().flatten() + 1  # counted from 1
found = torch.arange(1, len(places) + 1)  # 1, 2, ... relevant items so far
print(f"places of the relevant items: {places.tolist()}")
# > places of the relevant items: [2, 4]
rr = 1 / places[0]
ap = (found / places).mean()  # precision at each relevant item, averaged
dcg = (1 / torch.log2(places + 1)).sum()
best = (1 / torch.log2(found + 1)).sum()  # the relevant items come first
print(
    f"reciprocal rank {rr:.4f}  average precision {ap:.4f}  NDCG {dcg / best:.4f}"
)
# > reciprocal rank 0.5000  average precision 0.5000  NDCG 0.6509
# --8<-- [end:smallest]

# --8<-- [start:answer]
order = scores.argsort(descending=True)
place = relevant[order].nonzero()[0] + 1  # of the first relevant item
rr = 1 / place  # MRR is its mean over the queries
# --8<-- [end:answer]
