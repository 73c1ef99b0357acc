# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "datasets>=5"]
#
# [tool.tbe]
# claims = ["data.huggingface"]
# ///
"""Hugging Face datasets on files of your own: load, look, filter, map, hand to a DataLoader."""

# --8<-- [start:files]
import os

os.environ["HF_HOME"] = "cache"  # before the import: where everything is kept
FROM_HUB = False  # True fetches the real IMDB reviews once
os.environ["HF_HUB_OFFLINE"] = "0" if FROM_HUB else "1"  # 1: no request at all

import csv
import json
from pathlib import Path

import datasets
import torch
from datasets import Features, Value
from torch.utils.data import DataLoader

datasets.disable_progress_bars()
rows = [
    ("정말 좋은 영화", 1),
    ("a really good film", 1),
    ("정말 지루한 영화", 0),
    ("a boring film", 0),
    ("음악이 좋다", 1),
    ("bad music", 0),
]
with open("reviews.csv", "w", encoding="utf-8", newline="") as file:
    csv.writer(file).writerows([("text", "label"), *rows])
with open("reviews.jsonl", "w", encoding="utf-8") as file:
    for text, label in rows:
        file.write(json.dumps({"text": text, "label": label}) + "\n")
# --8<-- [end:files]

# --8<-- [start:answer]
from datasets import load_dataset

dataset = load_dataset("csv", data_files="reviews.csv", split="train")
dataset = dataset.with_format("torch")
# --8<-- [end:answer]

# --8<-- [start:smallest]
if FROM_HUB:
    dataset = load_dataset("stanfordnlp/imdb", split="train")
else:
    dataset = load_dataset("csv", data_files="reviews.csv", split="train")
print(f"{len(dataset)=} {dataset.column_names=}")
# > len(dataset)=6 dataset.column_names=['text', 'label']
print(dataset[0])
# > {'text': '정말 좋은 영화', 'label': 1}
for batch in DataLoader(dataset, batch_size=4):
    print(len(batch["text"]), batch["label"])
# > 4 tensor([1, 1, 0, 0])
# > 2 tensor([1, 0])
# --8<-- [end:smallest]

# --8<-- [start:formats]
from_json = load_dataset("json", data_files="reviews.jsonl", split="train")
print(f"{from_json[0] == dataset[0]=}")
# > from_json[0] == dataset[0]=True
both = {"train": "reviews.csv", "test": "reviews.csv"}
parts = load_dataset("csv", data_files=both)
print({name: len(part) for name, part in parts.items()})
# > {'train': 6, 'test': 6}
print(load_dataset("csv", data_files="reviews.csv").keys())  # without split=
# > dict_keys(['train'])
# --8<-- [end:formats]

# --8<-- [start:look]
print(dataset[1:3])
# > {'text': ['a really good film', '정말 지루한 영화'], 'label': [1, 0]}
print(f"{type(dataset['label']).__name__=}")
# > type(dataset['label']).__name__='Column'
print(f"{dataset['label'][:]=}")
# > dataset['label'][:]=[1, 1, 0, 0, 1, 0]
print(f"{dataset.features['label']=}")
# > dataset.features['label']=Value('int64')
# --8<-- [end:look]

# --8<-- [start:filter]
good = dataset.filter(lambda row: row["label"] == 1)
print(f"{len(good)=} {len(dataset)=}")
# > len(good)=3 len(dataset)=6
parts = dataset.train_test_split(test_size=2, seed=0)
print(f"{len(parts['train'])=} {len(parts['test'])=}")
# > len(parts['train'])=4 len(parts['test'])=2
print(f"{len(dataset.train_test_split(test_size=0.5, seed=0)['test'])=}")
# > len(dataset.train_test_split(test_size=0.5, seed=0)['test'])=3
print(dataset.select([0, 5])["text"][:])
# > ['정말 좋은 영화', 'bad music']
mixed = dataset.shuffle(seed=0)
print(sorted(mixed["text"]) == sorted(dataset["text"]))
# > True
# --8<-- [end:filter]


# --8<-- [start:map]
def measure(row):
    with open("calls.txt", "a") as file:
        file.write("x")
    return {"words": len(row["text"].split())}


measured = dataset.map(measure)
print(f"{measured.column_names=} {measured['words'][:]=}")
# > measured.column_names=['text', 'label', 'words'] measured['words'][:]=[3, 4, 3, 3, 2, 2]
print(f"calls {len(Path('calls.txt').read_text())}")
# > calls 6
measured = dataset.map(measure)  # the same once more: read from the cache
print(f"calls {len(Path('calls.txt').read_text())}")
# > calls 6
kept = [Path(file["filename"]) for file in measured.cache_files]
print(f"{kept[0].suffix=} in the cache: {'cache' in kept[0].parts}")
# > kept[0].suffix='.arrow' in the cache: True
# --8<-- [end:map]


# --8<-- [start:random]
def one_word(row):
    words = row["text"].split()
    return {"word": words[torch.randint(len(words), ()).item()]}


def one_word_each(batch):
    return {"word": [one_word({"text": text})["word"] for text in batch["text"]]}


stored = dataset.map(one_word)
fresh = dataset.with_transform(one_word_each)
torch.manual_seed(0)
print("map:           ", len({stored[1]["word"] for _ in range(20)}), "different")
# > map:            1 different
print("with_transform:", len({fresh[1]["word"] for _ in range(20)}), "different")
# > with_transform: 4 different
# --8<-- [end:random]

# --8<-- [start:format]
print(f"plain: {dataset[0]['label']!r}")
# > plain: 1
torch_format = measured.with_format("torch")
print(
    f"torch: {torch_format[0]['label']!r}, text {type(torch_format[0]['text']).__name__}"
)
# > torch: tensor(1), text str
numbers = measured.with_format("torch", columns=["words", "label"])
print(next(iter(DataLoader(numbers, batch_size=6))))
# > {'label': tensor([1, 1, 0, 0, 1, 0]), 'words': tensor([3, 4, 3, 3, 2, 2])}
# --8<-- [end:format]

# --8<-- [start:inferred]
Path("codes.csv").write_text("code,text\n007,good\n042,NA\n", "utf-8")
guessed = load_dataset("csv", data_files="codes.csv", split="train")
print(f"guessed:  {guessed[:]}")
# > guessed:  {'code': [7, 42], 'text': ['good', None]}
features = Features({"code": Value("string"), "text": Value("string")})
declared = load_dataset(
    "csv",
    data_files="codes.csv",
    split="train",
    features=features,
    keep_default_na=False,
)
print(f"declared: {declared[:]}")
# > declared: {'code': ['007', '042'], 'text': ['good', 'NA']}
# --8<-- [end:inferred]
