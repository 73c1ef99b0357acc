# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.embedding-index", "err.embedding-float", "err.pack-padded-lengths"]
# ///
"""Errors of embeddings and packed sequences, and the lines that mend them."""

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence

# --8<-- [start:index]
ids = {"<pad>": 0, "<unk>": 1, "good": 2, "film": 3}
encoded = torch.tensor([2, 3])
for rows, indices in ((2, encoded), (4, torch.tensor([-1]))):
    try:
        nn.Embedding(rows, 4)(indices)  # 2: without <pad> and <unk>
    except IndexError as error:
        print(f"{type(error).__name__}: {error}")
# > IndexError: index out of range in self
# > IndexError: index out of range in self

print(f"largest id {encoded.max().item()}, rows needed {max(ids.values()) + 1}")
# > largest id 3, rows needed 4
print(list(nn.Embedding(len(ids), 4)(encoded).shape))
# > [2, 4]
# --8<-- [end:index]

# --8<-- [start:float]
embedding = nn.Embedding(len(ids), 4)
for dtype in (torch.float32, torch.uint8):
    try:
        embedding(torch.tensor([2, 3], dtype=dtype))
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
# > RuntimeError: Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.FloatTensor instead (while checking arguments for embedding)
# > RuntimeError: Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.ByteTensor instead (while checking arguments for embedding)

print(list(embedding(torch.tensor([2.0, 3.0]).long()).shape))
# > [2, 4]
# --8<-- [end:float]

# --8<-- [start:empty]
text = ""
numbers = torch.tensor([ids[word] for word in text.split()])
print(f"{numbers.dtype=}")
# > numbers.dtype=torch.float32
numbers = torch.tensor([ids[word] for word in text.split()], dtype=torch.long)
print(f"{list(embedding(numbers).shape)=}")
# > list(embedding(numbers).shape)=[0, 4]
# --8<-- [end:empty]

# --8<-- [start:sorted]
padded = torch.zeros(2, 5, 1)  # (batch, longest, features)
lengths = torch.tensor([2, 5])
try:
    pack_padded_sequence(padded, lengths, batch_first=True)
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).partition('. ')[0]}")
# > RuntimeError: `lengths` array must be sorted in decreasing order when `enforce_sorted` is True

packed = pack_padded_sequence(
    padded, lengths, batch_first=True, enforce_sorted=False
)
print(packed.batch_sizes.tolist())
# > [2, 2, 1, 1, 1]
# --8<-- [end:sorted]

# --8<-- [start:zero-length]
lengths = torch.tensor([5, 0])
try:
    pack_padded_sequence(padded, lengths, batch_first=True)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0

packed = pack_padded_sequence(padded, lengths.clamp(min=1), batch_first=True)
print(packed.batch_sizes.tolist())  # an empty text counts as one padding
# > [2, 1, 1, 1, 1]
# --8<-- [end:zero-length]

# --8<-- [start:on-gpu]
lengths = torch.tensor([5, 2], device="meta")  # as on a GPU
try:
    pack_padded_sequence(padded, lengths, batch_first=True)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: 'lengths' argument should be a 1D CPU int64 tensor, but got 1D meta Long tensor
# --8<-- [end:on-gpu]
