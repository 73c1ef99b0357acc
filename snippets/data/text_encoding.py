# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A word that the vocabulary does not hold, and a file in another encoding."""

# --8<-- [start:answer]
import torch

ids = {"<pad>": 0, "<unk>": 1, "good": 2, "film": 3}
tokens = ["good", "film", "today"]  # 1 tokens
encoded = torch.tensor(
    [ids.get(token, ids["<unk>"]) for token in tokens]
)  # 2 numbers
vectors = torch.nn.Embedding(len(ids), 64)(encoded)  # 3 vectors
print(encoded.tolist(), list(vectors.shape))
# > [2, 3, 1] [3, 64]
# --8<-- [end:answer]

from pathlib import Path

# --8<-- [start:key]
try:
    print([ids[word] for word in ["good", "book"]])
except KeyError as error:
    print(f"{type(error).__name__}: {error}")
# > KeyError: 'book'
print([ids.get(word, ids["<unk>"]) for word in ["good", "book"]])
# > [2, 1]
# --8<-- [end:key]

# --8<-- [start:encoding]
Path("excel.csv").write_text(
    "리뷰\n정말 좋은 영화\n", encoding="cp949"
)  # as Excel saves
Path("web.csv").write_text("리뷰\n정말 좋은 영화\n", encoding="utf-8")
for name, encoding in (("excel.csv", "utf-8"), ("web.csv", "cp949")):
    try:
        Path(name).read_text(encoding=encoding)
    except UnicodeDecodeError as error:
        print(f"{name}: {error}")
# > excel.csv: 'utf-8' codec can't decode byte 0xb8 in position 0: invalid start byte
# > web.csv: 'cp949' codec can't decode byte 0xec in position 7: illegal multibyte sequence
print(Path("excel.csv").read_text(encoding="cp949").split("\n")[1])
# > 정말 좋은 영화
print(Path("web.csv").read_text(encoding="utf-8").split("\n")[1])
# > 정말 좋은 영화
# --8<-- [end:encoding]
