# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""The arguments of nn.Embedding, and what padding_idx does and does not do."""

# --8<-- [start:answer]
import torch
from torch import nn

ids = {"<pad>": 0, "<unk>": 1, "good": 2, "film": 3}
encoded = torch.tensor([2, 3, 0])  # good film, and one place of padding
vectors = nn.Embedding(len(ids), 64, padding_idx=0)(encoded)
print(list(vectors.shape))
# > [3, 64]
# --8<-- [end:answer]

# --8<-- [start:options]
torch.manual_seed(0)
encoded = torch.tensor([[3, 2, 0], [2, 0, 0]])  # 0 is padding
for options in (
    {},
    {"padding_idx": 0},
    {"max_norm": 1.0},
    {"sparse": True},
):
    embedding = nn.Embedding(5, 4, **options)
    output = embedding(encoded)  # (batch, tokens, 4)
    output.sum().backward()
    zeros = (output == 0).all(dim=-1).sum().item()
    longest = output.norm(dim=-1).max().item()
    layout = embedding.weight.grad.layout
    print(
        f"{options}: zero vectors {zeros}, longest <= 1: {longest <= 1.001}, {layout}"
    )
# > {}: zero vectors 0, longest <= 1: False, torch.strided
# > {'padding_idx': 0}: zero vectors 3, longest <= 1: False, torch.strided
# > {'max_norm': 1.0}: zero vectors 0, longest <= 1: True, torch.strided
# > {'sparse': True}: zero vectors 0, longest <= 1: False, torch.sparse_coo
# --8<-- [end:options]

# --8<-- [start:pretrained]
vectors = torch.eye(5)
frozen = nn.Embedding.from_pretrained(vectors, padding_idx=0)
tuned = nn.Embedding.from_pretrained(vectors, freeze=False, padding_idx=0)
print(f"{frozen.weight.requires_grad=} {tuned.weight.requires_grad=}")
# > frozen.weight.requires_grad=False tuned.weight.requires_grad=True
print(f"{frozen(torch.tensor([0])).tolist()=}")  # not zero: the vectors decide
# > frozen(torch.tensor([0])).tolist()=[[1.0, 0.0, 0.0, 0.0, 0.0]]
# --8<-- [end:pretrained]

# --8<-- [start:padding-idx]
for optimizer_class in (torch.optim.SGD, torch.optim.AdamW):
    embedding = nn.Embedding(5, 4, padding_idx=0)
    optimizer = optimizer_class(embedding.parameters(), lr=0.1, weight_decay=0.1)
    for _ in range(10):
        optimizer.zero_grad()
        embedding(encoded).pow(2).sum().backward()
        optimizer.step()
    print(
        f"{optimizer_class.__name__}: gradient {embedding.weight.grad[0].tolist()},"
    )
    print(f"  after 10 updates {embedding.weight[0].tolist()}")
# > SGD: gradient [0.0, 0.0, 0.0, 0.0],
# >   after 10 updates [0.0, 0.0, 0.0, 0.0]
# > AdamW: gradient [0.0, 0.0, 0.0, 0.0],
# >   after 10 updates [0.0, 0.0, 0.0, 0.0]

nn.init.normal_(embedding.weight)  # initialised anew: the zeros are gone
print(f"still zero: {(embedding.weight[0] == 0).all().item()}")
# > still zero: False
with torch.no_grad():
    embedding.weight[embedding.padding_idx] = 0
print(f"zeroed again: {(embedding.weight[0] == 0).all().item()}")
# > zeroed again: True
# --8<-- [end:padding-idx]

# --8<-- [start:mean]
vectors = embedding(encoded)  # (2, 3, 4), two and one of them are words
lengths = torch.tensor([2, 1])
plain = vectors.mean(dim=1)
true = vectors.sum(dim=1) / lengths[:, None]
for row, (wrong, right) in enumerate(zip(plain, true, strict=True)):
    print(
        f"text {row}: plain mean is {(wrong / right).mean().item():.2f} of the true one"
    )
# > text 0: plain mean is 0.67 of the true one
# > text 1: plain mean is 0.33 of the true one
# --8<-- [end:mean]
