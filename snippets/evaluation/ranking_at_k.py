# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchmetrics>=1.7"]
# ///
"""Recall@k, precision@k, hit rate@k and MAP@k of a recommender, by hand and from torchmetrics."""

import torch
from torchmetrics.retrieval import (
    RetrievalHitRate,
    RetrievalMAP,
    RetrievalPrecision,
    RetrievalRecall,
)

# --8<-- [start:at-k]
torch.manual_seed(0)
scores = torch.rand(100, 50)  # 100 users, 50 items each
relevant = (torch.rand(100, 50) < 0.1).long()  # what the user chose later
relevant[:, 0] = 1  # everybody chose something
scores += 0.2 * relevant  # a model that knows a little
users = torch.arange(100)[:, None].expand(100, 50)

for k in (1, 5, 10):
    first = scores.topk(k, dim=1).indices  # (100, k)
    hits = relevant.gather(1, first).sum(1)  # of each user
    recall = (hits / relevant.sum(1)).mean()  # how many of the relevant are shown
    precision = (hits / k).mean()  # how many of the shown are relevant
    hit_rate = (hits > 0).float().mean()  # is there one at all
    print(
        f"k={k:2}: recall {recall:.4f}, precision {precision:.4f}, hit rate {hit_rate:.4f}"
    )
    for metric in (RetrievalRecall, RetrievalPrecision, RetrievalHitRate):
        value = metric(top_k=k)(scores, relevant, indexes=users)
        print(f"      {metric.__name__} {value:.4f}")
# > k= 1: recall 0.1305, precision 0.7400, hit rate 0.7400
# >       RetrievalRecall 0.1305
# >       RetrievalPrecision 0.7400
# >       RetrievalHitRate 0.7400
# > k= 5: recall 0.2683, precision 0.3160, hit rate 0.8500
# >       RetrievalRecall 0.2683
# >       RetrievalPrecision 0.3160
# >       RetrievalHitRate 0.8500
# > k=10: recall 0.3932, precision 0.2350, hit rate 0.9200
# >       RetrievalRecall 0.3932
# >       RetrievalPrecision 0.2350
# >       RetrievalHitRate 0.9200
# --8<-- [end:at-k]


# --8<-- [start:map-at-k]
def average_precision_at(k, scores, relevant, divisor):
    hits = relevant[scores.argsort(descending=True)[:k]]  # of one user
    precision = hits.cumsum(0) / torch.arange(1, k + 1)
    return (precision * hits).sum() / max(divisor(hits, relevant, k), 1)


divisors = {
    "relevant items found": lambda hits, relevant, k: hits.sum(),
    "relevant items, at most k": lambda hits, relevant, k: min(k, relevant.sum()),
}
for name, divisor in divisors.items():
    values = [
        average_precision_at(5, s, r, divisor)
        for s, r in zip(scores, relevant, strict=True)
    ]
    print(f"MAP@5 divided by the {name}: {torch.stack(values).mean():.4f}")
# > MAP@5 divided by the relevant items found: 0.7322
# > MAP@5 divided by the relevant items, at most k: 0.2929
theirs = RetrievalMAP(top_k=5)(scores, relevant, indexes=users)
print(f"torchmetrics: {theirs:.4f}")
# > torchmetrics: 0.7322
# --8<-- [end:map-at-k]
