# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "datasets>=5"]
#
# ///
"""Errors of Hugging Face datasets, and the lines that mend them."""

# --8<-- [start:offline]
import os

os.environ["HF_HOME"] = "cache"
os.environ["HF_HUB_OFFLINE"] = "1"

import datasets
from datasets import Dataset, load_dataset
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader

datasets.disable_progress_bars()
try:
    load_dataset("stanfordnlp/imdb", split="train")
except ConnectionError as error:
    print(f"{type(error).__name__}: {error}")
# > ConnectionError: Couldn't reach 'stanfordnlp/imdb' on the Hub (OfflineModeIsEnabled)
# --8<-- [end:offline]

# --8<-- [start:missing-file]
try:
    load_dataset("csv", data_files="reviews.tsv")
except FileNotFoundError as error:
    print(f"{type(error).__name__}: {str(error)[:14]}")
# > FileNotFoundError: Unable to find
# --8<-- [end:missing-file]

# --8<-- [start:ragged]
dataset = Dataset.from_dict({"ids": [[1, 2], [3, 4, 5]], "label": [0, 1]})
dataset = dataset.with_format("torch")
try:
    next(iter(DataLoader(dataset, batch_size=2)))
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1


def collate(samples):
    return pad_sequence([sample["ids"] for sample in samples], batch_first=True)


print(next(iter(DataLoader(dataset, batch_size=2, collate_fn=collate))).tolist())
# > [[1, 2, 0], [3, 4, 5]]
# --8<-- [end:ragged]

# --8<-- [start:batched]
texts = Dataset.from_dict({"text": ["a good film", "bad"]})
try:
    texts.map(lambda row: {"words": len(row["text"].split())}, batched=True)
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
# > AttributeError: 'list' object has no attribute 'split'


def count(batch):
    return {"words": [len(text.split()) for text in batch["text"]]}


print(texts.map(count, batched=True)["words"][:])
# > [3, 1]
# --8<-- [end:batched]

# --8<-- [start:column]
try:
    texts["label"]
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Column 'label' doesn't exist.
parts = datasets.DatasetDict({"train": texts})
try:
    parts[0]
except KeyError as error:
    print(f"{type(error).__name__}: {error.args[0][:80]}")
# > KeyError: Invalid key: 0. Please first select a split. For example: `my_dataset_dictionary
print(parts["train"][0])
# > {'text': 'a good film'}
# --8<-- [end:column]
