# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["ranking_discount.svg"]
# ///
"""What a place is worth: 1/r for the reciprocal rank, 1/log2(r + 1) for NDCG."""

import matplotlib.pyplot as plt
import torch

# --8<-- [start:discount]
places = torch.arange(1, 11)
reciprocal = 1 / places
discount = 1 / torch.log2(places + 1)
for place in (1, 2, 3, 10):
    print(
        f"place {place:2}: 1/r {reciprocal[place - 1]:.3f}  1/log2(r+1) {discount[place - 1]:.3f}"
    )
# > place  1: 1/r 1.000  1/log2(r+1) 1.000
# > place  2: 1/r 0.500  1/log2(r+1) 0.631
# > place  3: 1/r 0.333  1/log2(r+1) 0.500
# > place 10: 1/r 0.100  1/log2(r+1) 0.289
# --8<-- [end:discount]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 3))
axes.plot(places, reciprocal, "o--", color="#d9480f", label="1/r (MRR)")
axes.plot(places, discount, "o-", color="#2b8a3e", label="1/log2(r+1) (NDCG)")
axes.set(xlabel="place r", ylabel="worth", xticks=places.tolist(), ylim=(0, 1.05))
axes.legend(frameon=False)
figure.savefig("ranking_discount.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
