# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["classification_curves.svg"]
# ///
"""From scores to a decision: the threshold, the two curves it draws, and what rare positives do to them."""

import matplotlib.pyplot as plt
import sklearn.metrics
import torch
from sklearn.datasets import load_digits

from torchbyexample.metrics import average_precision, roc_auc

# --8<-- [start:threshold]
digits = load_digits()
inputs = torch.tensor(digits.data, dtype=torch.float32)
is_eight = torch.tensor(digits.target == 8)
order = torch.randperm(len(inputs), generator=torch.Generator().manual_seed(0))
train, test = order[:1000], order[1000:]

# score: how much nearer the image is to the mean 8 than to the mean of all others
eights = inputs[train][is_eight[train]].mean(0)
others = inputs[train][~is_eight[train]].mean(0)
scores = (inputs[test] - others).norm(dim=1) - (inputs[test] - eights).norm(dim=1)
targets = is_eight[test]
print(f"{len(targets)} images, {targets.sum().item()} of them an 8")
# > 797 images, 74 of them an 8

for threshold in (-4, 0, 2, 4, 6):
    predictions = scores > threshold
    hits = (predictions & targets).sum().item()
    said = predictions.sum().item()
    precision, recall = hits / said, hits / targets.sum().item()
    print(
        f"threshold {threshold:2}: said {said:3}  precision {precision:.2f}  recall {recall:.2f}"
    )
# > threshold -4: said 524  precision 0.14  recall 1.00
# > threshold  0: said 175  precision 0.37  recall 0.86
# > threshold  2: said  95  precision 0.57  recall 0.73
# > threshold  4: said  57  precision 0.65  recall 0.50
# > threshold  6: said  27  precision 0.85  recall 0.31
# --8<-- [end:threshold]

# --8<-- [start:areas]
theirs = sklearn.metrics.roc_auc_score(targets, scores)
print(
    f"ROC AUC           {roc_auc(scores, targets):.6f}  scikit-learn {theirs:.6f}"
)
# > ROC AUC           0.940170  scikit-learn 0.940170
theirs = sklearn.metrics.average_precision_score(targets, scores)
print(
    f"average precision {average_precision(scores, targets):.6f}  scikit-learn {theirs:.6f}"
)
# > average precision 0.678721  scikit-learn 0.678721
# --8<-- [end:areas]

# --8<-- [start:pairs]
positive, negative = scores[targets], scores[~targets]
pairs = positive[:, None] > negative  # (positives, negatives)
print(
    f"{pairs.numel()} pairs, {pairs.float().mean().item():.6f} in the right order"
)
# > 53502 pairs, 0.940170 in the right order
print(f"the same score for all: {roc_auc(torch.zeros(len(targets)), targets):.4f}")
# > the same score for all: 0.5000
# --8<-- [end:pairs]

# --8<-- [start:rare]
for copies in (1, 10, 100):
    many = torch.cat([positive, negative.repeat(copies)])
    truth = torch.arange(len(many)) < len(positive)
    print(
        f"{len(positive) / len(many):6.2%} positive: ROC AUC {roc_auc(many, truth):.4f}"
        f"  average precision {average_precision(many, truth):.4f}"
    )
# >  9.28% positive: ROC AUC 0.9402  average precision 0.6787
# >  1.01% positive: ROC AUC 0.9402  average precision 0.3393
# >  0.10% positive: ROC AUC 0.9402  average precision 0.2223
constant = average_precision(torch.zeros(len(targets)), targets)
print(f"the same score for all: average precision {constant:.4f}")
# > the same score for all: average precision 0.0928
# --8<-- [end:rare]

# --8<-- [start:figure]
figure, (left, right) = plt.subplots(
    ncols=2, figsize=(4.4, 2.8), layout="constrained"
)
for copies, color in ((1, "#2b8a3e"), (10, "#d9480f")):
    many = torch.cat([positive, negative.repeat(copies)])
    truth = torch.arange(len(many)) < len(positive)
    fpr, tpr, _ = sklearn.metrics.roc_curve(truth, many)
    precision, recall, _ = sklearn.metrics.precision_recall_curve(truth, many)
    label = f"{len(positive) / len(many):.0%} positive"
    style = {
        "color": color,
        "linestyle": "-" if copies == 1 else "--",
        "label": label,
    }
    left.plot(fpr, tpr, **style)
    right.plot(recall[::3], precision[::3], **style)
left.plot([0, 1], [0, 1], color="gray", linewidth=0.7)
left.set(xlabel="false positive rate", ylabel="recall", title="ROC")
right.set(
    xlabel="recall", ylabel="precision", title="precision-recall", ylim=(0, 1.03)
)
figure.legend(
    *right.get_legend_handles_labels(),
    loc="outside lower center",
    ncols=2,
    frameon=False,
)
figure.savefig("classification_curves.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]

# --8<-- [start:hard]
print(f"from scores:      {roc_auc(scores, targets):.4f}")
# > from scores:      0.9402
print(f"from predictions: {roc_auc((scores > 4).float(), targets):.4f}")
# > from predictions: 0.7362
# --8<-- [end:hard]
