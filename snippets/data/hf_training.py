# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "datasets>=5", "tokenizers>=0.21"]
#
# ///
"""From a CSV file through tokenizer, map and DataLoader to a trained model."""

# --8<-- [start:data]
import os

os.environ["HF_HOME"] = "cache"
os.environ["HF_HUB_OFFLINE"] = "1"

import csv

import datasets
import torch
from datasets import load_dataset
from tokenizers import Tokenizer, models, pre_tokenizers, trainers
from torch import nn
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader

datasets.disable_progress_bars()
korean = (
    ["영화가", "음악이", "이야기가"],
    ["좋다", "정말 좋다", "아름답다"],
    ["나쁘다", "정말 나쁘다", "지루하다"],
)
english = (
    ["the film is", "the music is", "the story is"],
    ["good", "really good", "beautiful"],
    ["bad", "really bad", "boring"],
)
with open("reviews.csv", "w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["text", "label"])
    for subjects, good, bad in (korean, english):
        for subject in subjects:
            writer.writerows([f"{subject} {word}", 1] for word in good)
            writer.writerows([f"{subject} {word}", 0] for word in bad)

reviews = load_dataset("csv", data_files="reviews.csv", split="train")
parts = reviews.train_test_split(test_size=9, seed=0)
tokenizer = Tokenizer(models.BPE(unk_token="<unk>"))
tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
trainer = trainers.BpeTrainer(
    vocab_size=120, special_tokens=["<pad>", "<unk>"], show_progress=False
)
tokenizer.train_from_iterator(
    parts["train"]["text"], trainer
)  # training texts only


def encode(batch):
    return {
        "ids": [encoding.ids for encoding in tokenizer.encode_batch(batch["text"])]
    }


parts = parts.map(encode, batched=True, remove_columns=["text"])
parts = parts.with_format("torch")
print(
    {name: len(part) for name, part in parts.items()}, parts["train"].column_names
)
# > {'train': 27, 'test': 9} ['label', 'ids']
# --8<-- [end:data]


# --8<-- [start:train]
def collate(samples):
    sequences = [sample["ids"] for sample in samples]
    inputs = pad_sequence(sequences, batch_first=True)  # (batch, longest)
    return inputs, torch.stack([sample["label"] for sample in samples])


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(tokenizer.get_vocab_size(), 16, padding_idx=0)
        self.linear = nn.Linear(16, 2)

    def forward(self, inputs):
        lengths = (inputs != 0).sum(dim=1, keepdim=True)
        return self.linear(self.embedding(inputs).sum(dim=1) / lengths)


torch.manual_seed(0)
model = Classifier()
optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
criterion = nn.CrossEntropyLoss()
loader = DataLoader(parts["train"], batch_size=9, shuffle=True, collate_fn=collate)
for _ in range(20):
    model.train()  # 1 training mode
    for inputs, targets in loader:
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update

model.eval()
inputs, targets = next(
    iter(DataLoader(parts["test"], batch_size=9, collate_fn=collate))
)
with torch.no_grad():
    right = (model(inputs).argmax(dim=1) == targets).sum().item()
print(f"right on the test part: {right} of {len(targets)}")
# > right on the test part: 9 of 9
# --8<-- [end:train]
