# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""The whole way on a Korean and English corpus: file, vocabulary, dataset, padded batches, training."""

# --8<-- [start:data]
import csv

import torch
from torch import nn
from torch.utils.data import DataLoader

from torchbyexample.padding import pad_collate

good = (
    "정말 좋은 영화|음악이 아름다운 영화|다시 보고 싶은 이야기|배우가 정말 좋았다"
)
good += (
    "|a really good film|beautiful music|i want to see it again|the actors are good"
)
bad = "정말 지루한 영화|음악이 시끄러운 영화|다시 보고 싶지 않은 이야기|배우가 아쉬웠다"
bad += "|a really boring film|noisy music|i never want to see it again|the actors are bad"
with open("reviews.csv", "w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["text", "label"])
    writer.writerows([text, 1] for text in good.split("|"))
    writer.writerows([text, 0] for text in bad.split("|"))

with open("reviews.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
words = sorted({word for row in rows for word in row["text"].split()})
ids = {word: number for number, word in enumerate(["<pad>", "<unk>", *words])}


def encode(text):
    numbers = [ids.get(word, 1) for word in text.split()]
    return torch.tensor(numbers, dtype=torch.long)


dataset = [(encode(row["text"]), int(row["label"])) for row in rows]
print(f"{len(dataset)} reviews, {len(ids)} entries")
# > 16 reviews, 37 entries
# --8<-- [end:data]


# --8<-- [start:model]
class Classifier(nn.Module):
    def __init__(self, entries, dim=16):
        super().__init__()
        self.embedding = nn.Embedding(entries, dim, padding_idx=0)
        self.linear = nn.Linear(dim, 2)

    def forward(self, inputs, lengths):
        vectors = self.embedding(inputs)  # (batch, longest, dim)
        mean = vectors.sum(dim=1) / lengths[:, None]  # padding adds zeros
        return self.linear(mean)  # (batch, 2)


torch.manual_seed(0)
model = Classifier(len(ids))
optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
criterion = nn.CrossEntropyLoss()
loader = DataLoader(dataset, batch_size=4, shuffle=True, collate_fn=pad_collate)
for _ in range(12):
    model.train()  # 1 training mode
    for inputs, lengths, targets in loader:
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs, lengths), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update
# --8<-- [end:model]

# --8<-- [start:use]
model.eval()
inputs, lengths, targets = pad_collate(dataset)
with torch.no_grad():
    logits = model(inputs, lengths)
print(
    f"right on the training texts: {(logits.argmax(dim=1) == targets).sum()} of 16"
)
# > right on the training texts: 16 of 16

for text in ("a beautiful film", "지루한 음악", "끔찍하게 재미없다"):
    encoded = encode(text)
    with torch.no_grad():
        logits = model(encoded[None], torch.tensor([len(encoded)]))
    print(f"{text}: {encoded.tolist()} -> {logits.argmax().item()}")
# > a beautiful film: [2, 7, 9] -> 1
# > 지루한 음악: [36, 1] -> 0
# > 끔찍하게 재미없다: [1, 1] -> 1
# --8<-- [end:use]
