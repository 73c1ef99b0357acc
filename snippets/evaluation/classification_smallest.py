# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["metric.choose-by-data"]
# ///
"""One ill person in a hundred: always saying "healthy" is 99 % accurate and finds nobody."""

import torch

# --8<-- [start:smallest]
targets = torch.zeros(100, dtype=torch.long)
targets[7] = 1  # one of a hundred is ill
predictions = torch.zeros(100, dtype=torch.long)  # a "model" that never says ill

hits = ((predictions == 1) & (targets == 1)).sum().item()
found = (predictions == 1).sum().item()
ill = (targets == 1).sum().item()

accuracy = (predictions == targets).float().mean().item()
print(f"accuracy {accuracy:.2f}")
# > accuracy 0.99
print(f"recall   {hits / ill:.2f}  ({hits} of {ill} found)")
# > recall   0.00  (0 of 1 found)
print(f"f1       {2 * hits / (found + ill):.2f}")
# > f1       0.00
# --8<-- [end:smallest]

# --8<-- [start:answer]
precision = hits / max(found, 1)  # of those called ill, how many are
recall = hits / ill  # of those who are ill, how many were found
f1 = 2 * hits / (found + ill)
# --8<-- [end:answer]
