# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""A vocabulary: built from the training texts, in a fixed order, with places for padding and for the unknown."""

# --8<-- [start:build]
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

train = ["a good film", "a bad film", "a good story", "나쁜 영화", "좋은 영화"]
valid = ["a good 음악", "좋은 이야기"]


def build(texts, min_count=1):
    counts = Counter(word for text in texts for word in text.split())
    kept = sorted(word for word, count in counts.items() if count >= min_count)
    return {word: number for number, word in enumerate(["<pad>", "<unk>", *kept])}


def encode(text, ids):
    return [ids.get(word, ids["<unk>"]) for word in text.split()]


ids = build(train)
print(ids)
# > {'<pad>': 0, '<unk>': 1, 'a': 2, 'bad': 3, 'film': 4, 'good': 5, 'story': 6, '나쁜': 7, '영화': 8, '좋은': 9}
for text in valid:
    print(f"{text}: {encode(text, ids)}")
# > a good 음악: [2, 5, 1]
# > 좋은 이야기: [9, 1]
# --8<-- [end:build]

# --8<-- [start:min-count]
for min_count in (1, 2, 3):
    ids_of = build(train, min_count)
    encoded = [number for text in train for number in encode(text, ids_of)]
    unknown = encoded.count(ids_of["<unk>"]) / len(encoded)
    print(f"min_count={min_count}: {len(ids_of)} entries, unknown {unknown:.0%}")
# > min_count=1: 10 entries, unknown 0%
# > min_count=2: 6 entries, unknown 31%
# > min_count=3: 3 entries, unknown 77%
# --8<-- [end:min-count]

# --8<-- [start:save]
Path("vocabulary.json").write_text(json.dumps(ids, ensure_ascii=False), "utf-8")
loaded = json.loads(Path("vocabulary.json").read_text("utf-8"))
print(f"{loaded == ids=}")
# > loaded == ids=True
# --8<-- [end:save]

# --8<-- [start:set-order]
program = "print(list({'good', 'bad', 'film', 'story', '영화', '음악'}))"
sorted_program = program.replace("list", "sorted")


def orders(program):
    """What three starts of Python print."""
    seen = set()
    for seed in ("1", "2", "3"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        run = [sys.executable, "-c", program]
        seen.add(subprocess.run(run, env=environment, capture_output=True).stdout)
    return len(seen)


print(f"list(set):   the same order in three starts: {orders(program) == 1}")
# > list(set):   the same order in three starts: False
print(f"sorted(set): the same order in three starts: {orders(sorted_program) == 1}")
# > sorted(set): the same order in three starts: True
# --8<-- [end:set-order]
