# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib>=3.9"]
#
# [tool.tbe]
# claims = ["metric.classification"]
# figures = ["classification_confusion.svg"]
# ///
"""The confusion matrix of a classifier for digits, and every number that is read off it."""

import matplotlib.pyplot as plt
import sklearn.metrics
import torch
from sklearn.datasets import load_digits

from torchbyexample.metrics import accuracy, confusion_matrix, precision_recall_f1

# --8<-- [start:matrix]
digits = load_digits()
inputs = torch.tensor(digits.data, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)
order = torch.randperm(len(labels), generator=torch.Generator().manual_seed(0))
train, test = order[:1000], order[1000:]

# the classifier: the nearest of the ten mean images
means = torch.stack([inputs[train][labels[train] == c].mean(0) for c in range(10)])
logits = -torch.cdist(inputs[test], means)  # (797, 10)
predictions, targets = logits.argmax(1), labels[test]

matrix = confusion_matrix(predictions, targets, num_classes=10)
print(matrix.tolist()[8], "the true 8s")
# > [0, 5, 0, 3, 0, 2, 0, 0, 61, 3] the true 8s
print(f"right {matrix.diagonal().sum().item()} of {matrix.sum().item()}")
# > right 719 of 797
same = (
    matrix.tolist()
    == sklearn.metrics.confusion_matrix(targets, predictions).tolist()
)
print(f"equal to scikit-learn: {same}")
# > equal to scikit-learn: True
# --8<-- [end:matrix]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 4))
axes.imshow(
    matrix.sqrt(), cmap="Greens", vmax=14
)  # the root keeps small counts visible
for row in range(10):
    for column in range(10):
        if count := matrix[row, column].item():
            color = "#2b8a3e" if row == column else "#d9480f"
            axes.text(
                column,
                row,
                count,
                ha="center",
                va="center",
                fontsize=9,
                fontweight="bold",
                color=color,
                bbox={"boxstyle": "square,pad=0.15", "fc": "white", "ec": "none"},
            )
axes.set(xlabel="predicted", ylabel="true", xticks=range(10), yticks=range(10))
figure.savefig(
    "classification_confusion.svg", transparent=True, bbox_inches="tight"
)
# --8<-- [end:figure]

# --8<-- [start:per-class]
precision, recall, f1 = precision_recall_f1(matrix)
for digit in (0, 1, 8, 9):
    said, true = matrix[:, digit].sum().item(), matrix[digit].sum().item()
    print(
        f"{digit}: {matrix[digit, digit].item():2} right, said {said}, true {true}:"
        f" precision {precision[digit]:.4f} recall {recall[digit]:.4f} f1 {f1[digit]:.4f}"
    )
# > 0: 75 right, said 75, true 75: precision 1.0000 recall 1.0000 f1 1.0000
# > 1: 63 right, said 75, true 79: precision 0.8400 recall 0.7975 f1 0.8182
# > 8: 61 right, said 77, true 74: precision 0.7922 recall 0.8243 f1 0.8079
# > 9: 78 right, said 99, true 88: precision 0.7879 recall 0.8864 f1 0.8342
# --8<-- [end:per-class]

# --8<-- [start:averages]
print(f"accuracy {accuracy(matrix):.6f}")
# > accuracy 0.902133
for average in ("macro", "weighted", "micro"):
    ours = precision_recall_f1(matrix, average)[2].item()
    theirs = sklearn.metrics.f1_score(targets, predictions, average=average)
    print(f"f1 {average:8} {ours:.6f}  scikit-learn {theirs:.6f}")
# > f1 macro    0.902484  scikit-learn 0.902484
# > f1 weighted 0.902556  scikit-learn 0.902556
# > f1 micro    0.902133  scikit-learn 0.902133
# --8<-- [end:averages]

# --8<-- [start:report]
print(sklearn.metrics.classification_report(targets, predictions))
# >               precision    recall  f1-score   support
# >
# >            0       1.00      1.00      1.00        75
# >            1       0.84      0.80      0.82        79
# >            2       0.94      0.90      0.92        72
# >            3       0.96      0.83      0.89        77
# >            4       0.96      0.94      0.95        84
# >            5       0.95      0.87      0.91        83
# >            6       0.99      0.99      0.99        84
# >            7       0.85      0.98      0.91        81
# >            8       0.79      0.82      0.81        74
# >            9       0.79      0.89      0.83        88
# >
# >     accuracy                           0.90       797
# >    macro avg       0.91      0.90      0.90       797
# > weighted avg       0.91      0.90      0.90       797
# >
# --8<-- [end:report]

# --8<-- [start:top-k]
for k in (1, 2, 3):
    best = logits.topk(k, dim=1).indices  # (797, k)
    ours = (best == targets[:, None]).any(1).float().mean().item()
    theirs = sklearn.metrics.top_k_accuracy_score(targets, logits, k=k)
    print(f"top-{k} {ours:.4f}  scikit-learn {theirs:.4f}")
# > top-1 0.9021  scikit-learn 0.9021
# > top-2 0.9649  scikit-learn 0.9649
# > top-3 0.9787  scikit-learn 0.9787
# --8<-- [end:top-k]

# --8<-- [start:rare]
rare = torch.tensor([[990, 0], [10, 0]])  # the rare class is never found
for average in ("macro", "weighted", "micro"):
    print(f"f1 {average:8} {precision_recall_f1(rare, average)[2]:.4f}")
# > f1 macro    0.4975
# > f1 weighted 0.9850
# > f1 micro    0.9900
# --8<-- [end:rare]
