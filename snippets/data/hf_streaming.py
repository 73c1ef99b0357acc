# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "datasets>=5"]
#
# [tool.tbe]
# timeout = 120
# ///
"""A dataset read as a stream, without a table on disk; and a finished table saved and loaded again."""

import os

os.environ["HF_HOME"] = "cache"
os.environ["HF_HUB_OFFLINE"] = "1"

import datasets
from datasets import load_dataset, load_from_disk
from torch.utils.data import DataLoader

datasets.disable_progress_bars()
with open("numbers.csv", "w") as file:
    file.write("number,even\n")
    file.writelines(f"{n},{int(n % 2 == 0)}\n" for n in range(1000))

# --8<-- [start:stream]
stream = load_dataset(
    "csv", data_files="numbers.csv", split="train", streaming=True
)
print(type(stream).__name__, hasattr(stream, "__len__"))
# > IterableDataset False
stream = stream.map(lambda row: {"square": row["number"] ** 2})  # as it is read
mixed = stream.shuffle(seed=0, buffer_size=100).with_format("torch")
batch = next(iter(DataLoader(mixed, batch_size=4)))
print({name: values.tolist() for name, values in batch.items()})
# > {'number': [82, 36, 20, 5], 'even': [1, 1, 1, 0], 'square': [6724, 1296, 400, 25]}
# --8<-- [end:stream]

# --8<-- [start:saved]
table = load_dataset("csv", data_files="numbers.csv", split="train")
table = table.map(lambda row: {"square": row["number"] ** 2})
table.save_to_disk("squares")  # a folder to keep or to copy
again = load_from_disk("squares")
print(len(again), again[3])
# > 1000 {'number': 3, 'even': 0, 'square': 9}
# --8<-- [end:saved]
