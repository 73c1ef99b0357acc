# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Text: keep the strings, turn one into token ids when it is asked for; the lengths differ."""

from torchbyexample.datasets import TextDataset

# --8<-- [start:text]
texts = ["good film", "not a good film at all", "bad"]
words = sorted({word for text in texts for word in text.split()})
# 0: padding, 1: unknown
ids = {word: number for number, word in enumerate(words, start=2)}


def encode(text):
    return [ids.get(word, 1) for word in text.split()]


dataset = TextDataset(texts, labels=[1, 0, 0], encode=encode)
for inputs, target in dataset:
    print(f"{inputs.tolist()} -> {target}")
# > [7, 6] -> 1
# > [8, 2, 7, 6, 4, 3] -> 0
# > [5] -> 0
print(f"a new word: {encode('good book')}")
# > a new word: [7, 1]
# --8<-- [end:text]
