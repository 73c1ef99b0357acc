# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "tokenizers>=0.21", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["hf_tokenizer_size.svg"]
# ///
"""Train a sub-word tokenizer on a corpus of your own: BPE and WordPiece, padding, saving."""

# --8<-- [start:train]
import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

corpus = [
    "정말 좋은 영화",
    "영화가 정말 좋았다",
    "음악이 좋은 영화",
    "음악은 지루했다",
    "a really good film",
    "the film is good",
    "good music and a good story",
    "a boring story",
] * 4
special = ["<pad>", "<unk>"]


def train(name, vocab_size):
    if name == "BPE":
        tokenizer = Tokenizer(models.BPE(unk_token="<unk>"))
        make = trainers.BpeTrainer
    else:
        tokenizer = Tokenizer(models.WordPiece(unk_token="<unk>"))
        make = trainers.WordPieceTrainer
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    trainer = make(
        vocab_size=vocab_size, special_tokens=special, show_progress=False
    )
    tokenizer.train_from_iterator(corpus, trainer)
    return tokenizer


tokenizer = train("BPE", vocab_size=65)
for text in ("정말 좋은 음악", "a good film", "영화는 좋다"):
    encoding = tokenizer.encode(text)
    print(f"{text}: {encoding.tokens}")
# > 정말 좋은 음악: ['정말', '좋은', '음악']
# > a good film: ['a', 'good', 'film']
# > 영화는 좋다: ['영화', '<unk>', '좋', '다']
# --8<-- [end:train]

# --8<-- [start:ids]
encoding = tokenizer.encode("정말 좋은 음악")
print(
    f"{len(encoding.ids) == len(encoding.tokens)=} {type(encoding.ids).__name__=}"
)
# > len(encoding.ids) == len(encoding.tokens)=True type(encoding.ids).__name__='list'
print(f"{tokenizer.token_to_id('<pad>')=} {tokenizer.token_to_id('<unk>')=}")
# > tokenizer.token_to_id('<pad>')=0 tokenizer.token_to_id('<unk>')=1
print(f"characters of each token: {encoding.offsets}")
# > characters of each token: [(0, 2), (3, 5), (6, 8)]
print(f"{tokenizer.get_vocab_size()=}")
# > tokenizer.get_vocab_size()=65
# --8<-- [end:ids]

# --8<-- [start:size]
text = "음악은 정말 좋았다 and the music is good"
for vocab_size in (10, 50, 60, 70, 200):
    sized = train("BPE", vocab_size)
    tokens = sized.encode(text).tokens
    print(
        f"asked {vocab_size:3}, got {sized.get_vocab_size():3}: {len(tokens)} tokens"
    )
# > asked  10, got  35: 25 tokens
# > asked  50, got  50: 20 tokens
# > asked  60, got  60: 15 tokens
# > asked  70, got  70: 9 tokens
# > asked 200, got  75: 8 tokens
# --8<-- [end:size]

# --8<-- [start:figure]
import matplotlib.pyplot as plt

sizes = range(36, 81, 2)
counts = [len(train("BPE", size).encode(text).tokens) for size in sizes]
figure, axes = plt.subplots(figsize=(4.6, 2.6))
axes.plot(sizes, counts, "o-", markersize=3, color="#1c7ed6")
axes.set(xlabel="vocab_size", ylabel="tokens of the text", ylim=(0, 26))
axes.spines[["top", "right"]].set_visible(False)
figure.savefig("hf_tokenizer_size.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]

# --8<-- [start:word-piece]
word_piece = train("WordPiece", vocab_size=120)
print(word_piece.encode("정말 좋은 음악이").tokens)
# > ['정말', '좋은', '음악이']
print(word_piece.encode("goods").tokens)
# > ['good', '##s']
print(word_piece.encode("영화는").tokens)
# > ['<unk>']
# --8<-- [end:word-piece]

# --8<-- [start:bytes]
print(tokenizer.encode("최고 👍").tokens)
# > ['<unk>', '<unk>', '<unk>']
by_bytes = Tokenizer(models.BPE())
by_bytes.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
by_bytes.decoder = decoders.ByteLevel()
trainer = trainers.BpeTrainer(
    vocab_size=400,
    special_tokens=special,
    initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
    show_progress=False,
)
by_bytes.train_from_iterator(corpus, trainer)
encoding = by_bytes.encode("최고 👍")
print(f"{len(encoding.ids)} tokens for {len('최고 👍'.encode())} bytes")
# > 11 tokens for 11 bytes
print(f"{by_bytes.decode(encoding.ids)=}")
# > by_bytes.decode(encoding.ids)='최고 👍'
# --8<-- [end:bytes]

# --8<-- [start:batch]
tokenizer.enable_padding(pad_id=0, pad_token="<pad>")
tokenizer.enable_truncation(max_length=6)
encodings = tokenizer.encode_batch(["good", "정말 좋은 음악", "a boring film " * 5])
inputs = torch.tensor([encoding.ids for encoding in encodings])
mask = torch.tensor([encoding.attention_mask for encoding in encodings])
print(f"{list(inputs.shape)=}")
# > list(inputs.shape)=[3, 6]
print(f"real tokens: {mask.sum(dim=1).tolist()}")
# > real tokens: [1, 3, 6]
print(f"padding where the mask is 0: {torch.equal(inputs == 0, mask == 0)}")
# > padding where the mask is 0: True
# --8<-- [end:batch]

# --8<-- [start:save]
tokenizer.save("tokenizer.json")
again = Tokenizer.from_file("tokenizer.json")
print(again.encode("good").ids == tokenizer.encode("good").ids)
# > True
print(f"{again.padding['pad_id']=} {again.truncation['max_length']=}")
# > again.padding['pad_id']=0 again.truncation['max_length']=6
# --8<-- [end:save]
