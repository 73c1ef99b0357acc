# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["tensor.matmul-general"]
# ///
"""What matmul does with vectors, matrices and batches, and which function does only that."""

import torch

# --8<-- [start:ranks]
v, A = torch.rand(3), torch.rand(2, 3)
u = torch.rand(2)
batch = torch.rand(5, 2, 3)
weights = torch.rand(5, 3, 4)
same = {
    "(3) @ (3)": (v @ v, torch.dot(v, v)),
    "(2, 3) @ (3)": (A @ v, torch.mv(A, v)),
    "(2) @ (2, 3)": (u @ A, torch.mv(A.mT, u)),
    "(2, 3) @ (3, 2)": (A @ A.mT, torch.mm(A, A.mT)),
    "(5, 2, 3) @ (5, 3, 4)": (batch @ weights, torch.bmm(batch, weights)),
}
for shapes, (general, strict) in same.items():
    equal = torch.allclose(general, strict)
    print(
        f"{shapes:21} -> {tuple(general.shape)!s:9} the strict one agrees: {equal}"
    )
# > (3) @ (3)             -> ()        the strict one agrees: True
# > (2, 3) @ (3)          -> (2,)      the strict one agrees: True
# > (2) @ (2, 3)          -> (3,)      the strict one agrees: True
# > (2, 3) @ (3, 2)       -> (2, 2)    the strict one agrees: True
# > (5, 2, 3) @ (5, 3, 4) -> (5, 2, 4) the strict one agrees: True
# --8<-- [end:ranks]

# --8<-- [start:batch]
print((batch @ torch.rand(3, 4)).shape)  # one matrix for all five
# > torch.Size([5, 2, 4])
print((batch @ v).shape)  # one vector for all five
# > torch.Size([5, 2])
print((torch.rand(8, 1, 2, 3) @ weights).shape)  # 8 against 5: all pairs
# > torch.Size([8, 5, 2, 4])
# --8<-- [end:batch]

# --8<-- [start:each]
product = batch @ weights
by_hand = torch.stack([a @ b for a, b in zip(batch, weights, strict=True)])
print(torch.allclose(product, by_hand))
# > True
# --8<-- [end:each]

# --8<-- [start:options]
calls = {
    "A * A": A * A,
    "A @ v": A @ v,
    "torch.dot(v, v)": torch.dot(v, v),
    "torch.mv(A, v)": torch.mv(A, v),
    "torch.mm(A, A.T)": torch.mm(A, A.T),
    "torch.bmm(batch, weights)": torch.bmm(batch, weights),
    "torch.einsum": torch.einsum("bij,bjk->bik", batch, weights),
    "torch.outer(v, v)": torch.outer(v, v),
    "F.linear(batch, A)": torch.nn.functional.linear(batch, A),
}
for name, tensor in calls.items():
    print(f"{name:25} {tuple(tensor.shape)}")
# > A * A                     (2, 3)
# > A @ v                     (2,)
# > torch.dot(v, v)           ()
# > torch.mv(A, v)            (2,)
# > torch.mm(A, A.T)          (2, 2)
# > torch.bmm(batch, weights) (5, 2, 4)
# > torch.einsum              (5, 2, 4)
# > torch.outer(v, v)         (3, 3)
# > F.linear(batch, A)        (5, 2, 2)
# --8<-- [end:options]
