# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""What each ranking metric sees: where the relevant items stand, how many there are, and how relevant they are."""

import torch

from torchbyexample.metrics import average_precision, ndcg, reciprocal_rank

# --8<-- [start:lists]
for relevant in (
    [1, 1, 0, 0, 0],  # from the first place shown to the last
    [1, 0, 0, 0, 1],
    [0, 1, 1, 0, 0],
    [0, 0, 0, 1, 1],
):
    places = torch.arange(5, 0, -1).float()  # scores that keep this order
    targets = torch.tensor(relevant)
    print(
        f"{relevant}: RR {reciprocal_rank(places, targets):.4f}"
        f"  AP {average_precision(places, targets):.4f}"
        f"  NDCG {ndcg(places, targets):.4f}"
    )
# > [1, 1, 0, 0, 0]: RR 1.0000  AP 1.0000  NDCG 1.0000
# > [1, 0, 0, 0, 1]: RR 1.0000  AP 0.7000  NDCG 0.8503
# > [0, 1, 1, 0, 0]: RR 0.5000  AP 0.5833  NDCG 0.6934
# > [0, 0, 0, 1, 1]: RR 0.2500  AP 0.3250  NDCG 0.5013
# --8<-- [end:lists]

# --8<-- [start:graded]
scores = torch.tensor([3.0, 2.0, 1.0])
for gains in ([3, 1, 0], [1, 3, 0], [0, 1, 3]):
    gains = torch.tensor(gains)
    print(
        f"gains {gains.tolist()}: NDCG {ndcg(scores, gains):.4f}"
        f"  with 2^g - 1 {ndcg(scores, 2.0**gains - 1):.4f}"
    )
# > gains [3, 1, 0]: NDCG 1.0000  with 2^g - 1 1.0000
# > gains [1, 3, 0]: NDCG 0.7967  with 2^g - 1 0.7098
# > gains [0, 1, 3]: NDCG 0.5869  with 2^g - 1 0.5413
# --8<-- [end:graded]

# --8<-- [start:cut]
scores = torch.tensor([5.0, 4.0, 3.0, 2.0, 1.0])
gains = torch.tensor([0, 1, 0, 0, 3])
for k in (1, 3, 5):
    print(f"NDCG@{k} {ndcg(scores, gains, k):.4f}")
# > NDCG@1 0.0000
# > NDCG@3 0.1738
# > NDCG@5 0.4934
# --8<-- [end:cut]
