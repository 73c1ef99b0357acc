# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# ///
"""scikit-learn's ndcg_score shares the value of tied places, and wants queries as rows."""

import sklearn.metrics
import torch

from torchbyexample.metrics import ndcg

# --8<-- [start:ties]
same = torch.zeros(4)
for relevant in ([1, 0, 0, 0], [0, 0, 0, 1]):
    gains = torch.tensor(relevant)
    theirs = sklearn.metrics.ndcg_score(gains[None], same[None])
    print(f"{relevant}: NDCG {ndcg(same, gains):.4f}  scikit-learn {theirs:.4f}")
# > [1, 0, 0, 0]: NDCG 0.6404  scikit-learn 0.6404
# > [0, 0, 0, 1]: NDCG 0.6404  scikit-learn 0.6404
# --8<-- [end:ties]

# --8<-- [start:one-query]
scores, gains = torch.tensor([0.9, 0.8, 0.1]), torch.tensor([0, 2, 1])
try:
    sklearn.metrics.ndcg_score(gains, scores)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Only ('multilabel-indicator', 'continuous-multioutput', 'multiclass-multioutput') formats are supported. Got multiclass instead
# --8<-- [end:one-query]

# --8<-- [start:rows]
theirs = sklearn.metrics.ndcg_score(gains[None], scores[None])  # (queries, items)
print(f"{theirs:.6f} recipe {ndcg(scores, gains):.6f}")
# > 0.669672 recipe 0.669672
# --8<-- [end:rows]
