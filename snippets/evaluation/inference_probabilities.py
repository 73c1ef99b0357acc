# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Logits, probabilities and classes: softmax never changes which class is largest, its dim does."""

import torch

# --8<-- [start:softmax]
logits = torch.tensor([[2.0, 1.0, 0.1], [-1.0, 3.0, 2.5]])  # (batch, classes)
probabilities = logits.softmax(dim=1)
print(probabilities)
# > tensor([[0.6590, 0.2424, 0.0986],
# >         [0.0113, 0.6154, 0.3733]])
print(f"row sums {probabilities.sum(1)}")
# > row sums tensor([1.0000, 1.0000])
print(f"{logits.argmax(1).tolist()=} {probabilities.argmax(1).tolist()=}")
# > logits.argmax(1).tolist()=[0, 1] probabilities.argmax(1).tolist()=[0, 1]
# --8<-- [end:softmax]

# --8<-- [start:top]
values, classes = probabilities.topk(2, dim=1)
for row, (value, index) in enumerate(
    zip(values.tolist(), classes.tolist(), strict=True)
):
    print(
        f"sample {row}: class {index[0]} {value[0]:.2f}, then class {index[1]} {value[1]:.2f}"
    )
# > sample 0: class 0 0.66, then class 1 0.24
# > sample 1: class 1 0.62, then class 2 0.37
# --8<-- [end:top]

# --8<-- [start:binary]
logits = torch.tensor([-2.0, 0.3, 4.0])  # one logit a sample, two classes
print(f"{(logits > 0).tolist()=}")
# > (logits > 0).tolist()=[False, True, True]
print(f"{(logits.sigmoid() > 0.5).tolist()=}")
# > (logits.sigmoid() > 0.5).tolist()=[False, True, True]
# --8<-- [end:binary]

# --8<-- [start:wrong-dim]
one = torch.tensor([[2.0, 1.0, 0.1]])  # a batch of one
print(f"dim=1 {one.softmax(dim=1)}")
# > dim=1 tensor([[0.6590, 0.2424, 0.0986]])
print(f"dim=0 {one.softmax(dim=0)}")
# > dim=0 tensor([[1., 1., 1.]])
print(f"{one.argmax(dim=1)=} {one.argmax(dim=0)=} {one.argmax()=}")
# > one.argmax(dim=1)=tensor([0]) one.argmax(dim=0)=tensor([0, 0, 0]) one.argmax()=tensor(0)
# --8<-- [end:wrong-dim]

# --8<-- [start:flat]
logits = torch.tensor([[2.0, 1.0, 0.1], [-1.0, 3.0, 2.5]])
print(f"{logits.argmax()=} {logits.argmax(dim=1)=}")
# > logits.argmax()=tensor(4) logits.argmax(dim=1)=tensor([0, 1])
# --8<-- [end:flat]
