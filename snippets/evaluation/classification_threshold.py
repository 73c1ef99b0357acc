# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""A threshold is chosen on validation rows and judged on test rows, for several splits."""

import torch
from sklearn.datasets import load_digits

digits = load_digits()
inputs = torch.tensor(digits.data, dtype=torch.float32)
is_eight = torch.tensor(digits.target == 8)


# --8<-- [start:choose]
def f1(scores, targets, threshold):
    said = scores > threshold
    return 2 * (said & targets).sum().item() / (said.sum() + targets.sum()).item()


def best_threshold(scores, targets):
    return max(
        scores.tolist(), key=lambda threshold: f1(scores, targets, threshold)
    )


for seed in range(5):
    order = torch.randperm(
        len(inputs), generator=torch.Generator().manual_seed(seed)
    )
    train, validation, test = order[:1000], order[1000:1400], order[1400:]
    eights = inputs[train][is_eight[train]].mean(0)
    others = inputs[train][~is_eight[train]].mean(0)
    scores = (inputs - others).norm(dim=1) - (inputs - eights).norm(dim=1)

    chosen = best_threshold(scores[validation], is_eight[validation])
    cheated = best_threshold(scores[test], is_eight[test])
    at = {
        threshold: f1(scores[test], is_eight[test], threshold)
        for threshold in (0, chosen, cheated)
    }
    print(
        f"split {seed}: F1 at 0 {at[0]:.2f}, at {chosen:.1f} {at[chosen]:.2f},"
        f" chosen on the test rows {at[cheated]:.2f}"
    )
# > split 0: F1 at 0 0.54, at 1.9 0.65, chosen on the test rows 0.69
# > split 1: F1 at 0 0.51, at 2.3 0.72, chosen on the test rows 0.73
# > split 2: F1 at 0 0.56, at 1.8 0.67, chosen on the test rows 0.67
# > split 3: F1 at 0 0.56, at 2.9 0.68, chosen on the test rows 0.71
# > split 4: F1 at 0 0.60, at 0.8 0.67, chosen on the test rows 0.76
# --8<-- [end:choose]
