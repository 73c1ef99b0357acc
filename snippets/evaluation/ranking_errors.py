# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# ///
"""scikit-learn's ndcg_score wants queries as rows."""

import sklearn.metrics
import torch

from torchbyexample.metrics import ndcg

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
