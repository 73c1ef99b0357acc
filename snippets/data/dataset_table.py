# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
#
# ///
"""Table: a CSV file is read once; a batch is float32 features and int64 class indices."""

import csv

from sklearn.datasets import load_iris
from torch.utils.data import DataLoader

from torchbyexample.datasets import TableDataset

# --8<-- [start:table]
iris = load_iris()
with open("iris.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file)
    writer.writerow([*iris.feature_names, "species"])
    for row, target in zip(iris.data, iris.target, strict=True):
        writer.writerow([*row, iris.target_names[target]])

dataset = TableDataset("iris.csv", target="species")
print(f"{len(dataset)} rows, columns {dataset.columns}")
# > 150 rows, columns ['sepal length (cm)', 'sepal width (cm)', 'petal length (cm)', 'petal width (cm)']
print(f"classes {dataset.classes}")
# > classes ['setosa', 'versicolor', 'virginica']

inputs, targets = next(iter(DataLoader(dataset, batch_size=32)))
print(f"inputs {list(inputs.shape)} {inputs.dtype}")
# > inputs [32, 4] torch.float32
print(f"targets {list(targets.shape)} {targets.dtype}")
# > targets [32] torch.int64
# --8<-- [end:table]
