# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""einsum names the dimensions: a letter that is missing on the right is summed over."""

import torch

# --8<-- [start:einsum]
A, B = torch.rand(2, 3), torch.rand(3, 4)
x, W = torch.rand(5, 2, 3), torch.rand(5, 3, 4)
square = torch.rand(3, 3)
same = {
    "ij,jk->ik": (torch.einsum("ij,jk->ik", A, B), A @ B),
    "bij,bjk->bik": (torch.einsum("bij,bjk->bik", x, W), x @ W),
    "ij->ji": (torch.einsum("ij->ji", A), A.T),
    "ij->j": (torch.einsum("ij->j", A), A.sum(0)),
    "ij,ij->i": (torch.einsum("ij,ij->i", A, A), (A * A).sum(1)),
    "ii->": (torch.einsum("ii->", square), square.trace()),
}
for letters, (named, plain) in same.items():
    equal = torch.allclose(named, plain)
    print(f"{letters:13} {tuple(named.shape)!s:10} {equal}")
# > ij,jk->ik     (2, 4)     True
# > bij,bjk->bik  (5, 2, 4)  True
# > ij->ji        (3, 2)     True
# > ij->j         (3,)       True
# > ij,ij->i      (2,)       True
# > ii->          ()         True
# --8<-- [end:einsum]

# --8<-- [start:attention]
query = torch.rand(8, 6, 4, 16)  # (batch, length, heads, features)
key = torch.rand(8, 7, 4, 16)
scores = torch.einsum("bqhf,bkhf->bhqk", query, key)
by_hand = query.transpose(1, 2) @ key.permute(
    0, 2, 3, 1
)  # to (b, h, q, f) @ (b, h, f, k)
print(scores.shape, torch.allclose(scores, by_hand, atol=1e-5))
# > torch.Size([8, 4, 6, 7]) True
# --8<-- [end:attention]

# --8<-- [start:sorted]
print(torch.einsum("ba,ac", torch.rand(2, 3), torch.rand(3, 4)).shape)
# > torch.Size([2, 4])
print(torch.einsum("ca,ab", torch.rand(2, 3), torch.rand(3, 4)).shape)  # b before c
# > torch.Size([4, 2])
# --8<-- [end:sorted]
