# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchmetrics>=1.7"]
#
# [tool.tbe]
# claims = ["metric.ranking"]
# ///
"""The names that exist in torchmetrics, the recipe beside it, queries without a relevant item, and graded targets."""

import torch
import torchmetrics.retrieval
from torchmetrics.retrieval import (
    RetrievalMAP,
    RetrievalMRR,
    RetrievalNormalizedDCG,
)

from torchbyexample.metrics import average_precision, ndcg, reciprocal_rank

# --8<-- [start:names]
for name in ("MRR", "NormalizedDCG", "MAP", "MPR", "MDCG"):
    print(f"Retrieval{name}: {hasattr(torchmetrics.retrieval, 'Retrieval' + name)}")
# > RetrievalMRR: True
# > RetrievalNormalizedDCG: True
# > RetrievalMAP: True
# > RetrievalMPR: False
# > RetrievalMDCG: False
# --8<-- [end:names]

# --8<-- [start:queries]
torch.manual_seed(0)
scores = torch.rand(50, 20)  # 50 queries of 20 items
relevant = (torch.rand(50, 20) < 0.15).long()
scores += 0.3 * relevant  # a model that knows a little
indexes = torch.arange(50)[:, None].expand(50, 20)  # which query an item belongs to


def mean_over_queries(metric):
    values = [metric(s, r) for s, r in zip(scores, relevant, strict=True)]
    return sum(values) / len(values)


for name, ours, theirs in (
    ("MRR", reciprocal_rank, RetrievalMRR()),
    ("MAP", average_precision, RetrievalMAP()),
    ("NDCG", ndcg, RetrievalNormalizedDCG()),
):
    library = theirs(scores, relevant, indexes=indexes)
    print(f"{name:4} {mean_over_queries(ours):.5f}  torchmetrics {library:.5f}")
# > MRR  0.74919  torchmetrics 0.74919
# > MAP  0.57097  torchmetrics 0.57097
# > NDCG 0.72471  torchmetrics 0.72471
# --8<-- [end:queries]

# --8<-- [start:empty]
empty = (relevant.sum(1) == 0).sum().item()
print(f"{empty} of 50 queries have no relevant item")
# > 2 of 50 queries have no relevant item
for action in ("neg", "skip", "pos"):
    metric = RetrievalMRR(empty_target_action=action)
    print(f"{action:4} MRR {metric(scores, relevant, indexes=indexes):.4f}")
# > neg  MRR 0.7492
# > skip MRR 0.7804
# > pos  MRR 0.7892
try:
    RetrievalMRR(empty_target_action="error")(scores, relevant, indexes=indexes)
except ValueError as error:
    print(f"error {type(error).__name__}: {error}")
# > error ValueError: `compute` method was provided with a query with no positive target.
# --8<-- [end:empty]

# --8<-- [start:flat]
together = average_precision(scores.flatten(), relevant.flatten())
print(f"mean over queries   {mean_over_queries(average_precision):.4f}")
# > mean over queries   0.5710
print(f"all items as one    {together:.4f}")
# > all items as one    0.5282
# --8<-- [end:flat]

# --8<-- [start:ties]
same = torch.zeros(4)  # a model that knows nothing
for name, relevant in (("first", [1, 0, 0, 0]), ("last", [0, 0, 0, 1])):
    relevant = torch.tensor(relevant)
    order = same.argsort(descending=True, stable=True)
    place = relevant[order].argmax().item() + 1
    print(
        f"relevant item {name:5} in the file: sorted {1 / place:.2f}"
        f"  recipe {reciprocal_rank(same, relevant):.2f}"
    )
# > relevant item first in the file: sorted 1.00  recipe 0.25
# > relevant item last  in the file: sorted 0.25  recipe 0.25
# --8<-- [end:ties]

# --8<-- [start:binary]
graded = torch.tensor([2, 1, 0])
scores, indexes = torch.tensor([0.9, 0.8, 0.1]), torch.tensor([0, 0, 0])
try:
    RetrievalMAP()(scores, graded, indexes=indexes)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: `target` must contain `binary` values
print(f"{RetrievalMAP()(scores, (graded > 0).long(), indexes=indexes):.4f}")
# > 1.0000
# --8<-- [end:binary]

# --8<-- [start:indexes]
try:
    RetrievalMAP()(scores, (graded > 0).long(), indexes=None)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Argument `indexes` cannot be None
# --8<-- [end:indexes]
