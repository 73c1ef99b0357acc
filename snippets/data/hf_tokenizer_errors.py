# /// script
# requires-python = ">=3.11"
# dependencies = ["tokenizers>=0.21"]
# ///
"""What a tokenizer says of a text that is none, and what it does not say of unknown characters."""

# --8<-- [start:answer]
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

tokenizer = Tokenizer(models.BPE(unk_token="<unk>"))
tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
trainer = trainers.BpeTrainer(
    vocab_size=8000, special_tokens=["<pad>", "<unk>"], show_progress=False
)
tokenizer.train_from_iterator(["a good film", "정말 좋은 영화"], trainer)
print(tokenizer.encode("a good movie").tokens)
# > ['a', 'good', 'm', 'o', '<unk>', 'i', '<unk>']
# --8<-- [end:answer]

# --8<-- [start:not-a-string]
texts = ["a good film", None, float("nan"), 3]  # as an empty cell gives them
for text in (*texts[1:], texts[:1]):
    try:
        tokenizer.encode(text)
    except TypeError as error:
        print(f"{text}: {type(error).__name__}: {error}")
# > None: TypeError: TextInputSequence must be str
# > nan: TypeError: TextInputSequence must be str
# > 3: TypeError: TextInputSequence must be str
# > ['a good film']: TypeError: TextInputSequence must be str
clean = [text for text in texts if isinstance(text, str)]
print([encoding.tokens for encoding in tokenizer.encode_batch(clean)])
# > [['a', 'good', 'film']]
# --8<-- [end:not-a-string]

# --8<-- [start:no-unk]
silent = Tokenizer(models.BPE())  # no unk_token
trainer = trainers.BpeTrainer(vocab_size=100, show_progress=False)
silent.train_from_iterator(["a good film"], trainer)
print(f"without unk_token: {silent.encode('좋다').ids}")
# > without unk_token: []
print(f"with unk_token:    {tokenizer.encode('나쁘다').tokens}")
# > with unk_token:    ['<unk>', '<unk>', '<unk>']
# --8<-- [end:no-unk]

# --8<-- [start:missing]
try:
    Tokenizer.from_file("tokenizer.json")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# > Exception: No such file or directory (os error 2)
tokenizer.save("tokenizer.json")
print(Tokenizer.from_file("tokenizer.json").get_vocab_size())
# > 25
# --8<-- [end:missing]
