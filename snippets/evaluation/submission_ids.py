# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "pandas>=2.2"]
#
# ///
"""What pandas does to ids and columns unless it is told otherwise."""

from pathlib import Path

import pandas
import torch

# --8<-- [start:zeros]
Path("test.csv").write_text("id,x\n0007,0.5\n0012,1.5\n")
print(pandas.read_csv("test.csv")["id"].tolist())
# > [7, 12]
print(pandas.read_csv("test.csv", dtype={"id": str})["id"].tolist())
# > ['0007', '0012']
# --8<-- [end:zeros]

# --8<-- [start:index-column]
table = pandas.read_csv("test.csv", dtype={"id": str})
table["label"] = torch.tensor([1, 0]).numpy()
print(table[["id", "label"]].to_csv().splitlines())
# > [',id,label', '0,0007,1', '1,0012,0']
print(table[["id", "label"]].to_csv(index=False).splitlines())
# > ['id,label', '0007,1', '0012,0']
# --8<-- [end:index-column]

# --8<-- [start:floats]
predictions = torch.tensor([1.0, 0.0])  # a metric or an average made floats of them
table["label"] = predictions.numpy()
print(table[["id", "label"]].to_csv(index=False).splitlines())
# > ['id,label', '0007,1.0', '0012,0.0']
table["label"] = predictions.long().numpy()
print(table[["id", "label"]].to_csv(index=False).splitlines())
# > ['id,label', '0007,1', '0012,0']
# --8<-- [end:floats]
