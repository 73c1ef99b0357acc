# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["data.text-tokenize-embed", "data.torchtext-datasets"]
# ///
"""From a sentence to vectors in three steps: tokens, ids, embedding; no torchtext needed."""

# --8<-- [start:smallest]
import importlib
import re
from collections import Counter

import torch
from torch import nn

texts = ["정말 좋은 영화", "a really good film", "not a good film"]
tokens = [text.split() for text in texts]  # 1 split
words = sorted({word for sentence in tokens for word in sentence})
ids = {word: number for number, word in enumerate(["<pad>", "<unk>", *words])}
encoded = torch.tensor([ids[word] for word in tokens[1]])  # 2 numbers
torch.manual_seed(0)
embedding = nn.Embedding(len(ids), 4)  # 3 a layer of the model
print(tokens[1], encoded.tolist())
# > ['a', 'really', 'good', 'film'] [2, 6, 4, 3]
print(list(embedding(encoded).shape))  # (tokens, embedding_dim)
# > [4, 4]
# --8<-- [end:smallest]

# --8<-- [start:layer]
print(
    f"{isinstance(embedding.weight, nn.Parameter)=} {list(embedding.weight.shape)}"
)
# > isinstance(embedding.weight, nn.Parameter)=True [10, 4]
same = torch.equal(embedding(encoded), embedding.weight[encoded])
print(f"looking up rows gives the same: {same}")
# > looking up rows gives the same: True

embedding(encoded).sum().backward()
used = embedding.weight.grad.abs().sum(dim=1).nonzero().flatten()
print(f"rows with a gradient: {used.tolist()}")
# > rows with a gradient: [2, 3, 4, 6]
# --8<-- [end:layer]

# --8<-- [start:torchtext]
try:
    importlib.import_module("torchtext")
except ModuleNotFoundError as error:
    print(f"{type(error).__name__}: {error}")
# > ModuleNotFoundError: No module named 'torchtext'
# --8<-- [end:torchtext]

# --8<-- [start:levels]
corpus = [
    "영화가 좋다",
    "영화는 좋았다",
    "이 영화를 다시 보고 싶다",
    "배우는 좋았지만 음악이 아쉽다",
]
new = "음악은 좋다"


def by_word(text):
    return text.split()


def by_character(text):
    return [character for character in text if character != " "]


for name, split in (("words", by_word), ("characters", by_character)):
    counts = Counter(token for text in corpus for token in split(text))
    known = [token in counts for token in split(new)]
    longest = max(len(split(text)) for text in corpus)
    print(
        f"{name:10} vocabulary {len(counts):2}, longest {longest:2}, known {known}"
    )
# > words      vocabulary 13, longest  5, known [False, True]
# > characters vocabulary 21, longest 13, known [True, True, False, True, True]
# --8<-- [end:levels]

# --8<-- [start:punctuation]
print("Good film, really good!".lower().split())
# > ['good', 'film,', 'really', 'good!']
print(re.findall(r"\w+|[^\w\s]", "Good film, really good!".lower()))
# > ['good', 'film', ',', 'really', 'good', '!']
print(re.findall(r"\w+|[^\w\s]", "정말 좋다, 다시 볼래!"))
# > ['정말', '좋다', ',', '다시', '볼래', '!']
# --8<-- [end:punctuation]
