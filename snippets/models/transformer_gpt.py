# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["transformer_gpt.svg"]
# timeout = 240
# ///
"""A character GPT that learns to write sentences of a small grammar."""

import random
import re

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.nn import functional as F

# --8<-- [start:text]
things = ["cat", "dog", "bird", "fish", "boat", "tree", "moon", "lamp"]
verbs = ["sees", "likes", "hears", "finds"]
colors = ["red", "blue", "old", "small"]


def sentence(rng):
    first, second = rng.sample(things, 2)
    verb, color = rng.choice(verbs), rng.choice(colors)
    return f"the {first} {verb} the {second} and the {second} is {color}. "


rng = random.Random(0)
text = "".join(sentence(rng) for _ in range(1500))
letters = sorted(set(text))
number = {letter: i for i, letter in enumerate(letters)}
data = torch.tensor([number[letter] for letter in text])
cut = int(0.9 * len(data))
train_data, val_data = data[:cut], data[cut:]
print(f"{len(text)} characters, {len(letters)} different ones")
# > 67086 characters, 21 different ones
print(text[:100])
# > the moon finds the lamp and the lamp is red. the boat finds the lamp and the lamp is small. the boat
# --8<-- [end:text]


# --8<-- [start:model]
class GPT(nn.Module):
    def __init__(self, vocabulary, context=40, width=32, heads=4, layers=2):
        super().__init__()
        self.context = context
        self.token = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(context, width)
        block = nn.TransformerEncoderLayer(
            width, heads, 4 * width, dropout=0.0, batch_first=True, norm_first=True
        )
        self.blocks = nn.TransformerEncoder(
            block, layers, norm=nn.LayerNorm(width), enable_nested_tensor=False
        )
        self.head = nn.Linear(width, vocabulary)
        future = torch.ones(context, context, dtype=torch.bool).triu(1)
        self.register_buffer("future", future)  # True: ignore

    def forward(self, tokens):  # (batch, seq)
        seq = tokens.shape[1]
        x = self.token(tokens) + self.position.weight[:seq]
        x = self.blocks(x, mask=self.future[:seq, :seq], is_causal=True)
        return self.head(x)  # (batch, seq, vocabulary)


# --8<-- [end:model]


# --8<-- [start:train]
class GRU(nn.Module):
    """The same task without attention."""

    def __init__(self, vocabulary, width=64):
        super().__init__()
        self.context = 40
        self.token = nn.Embedding(vocabulary, width)
        self.rnn = nn.GRU(width, width, batch_first=True)
        self.head = nn.Linear(width, vocabulary)

    def forward(self, tokens):
        return self.head(self.rnn(self.token(tokens))[0])


def batch(source, generator, size=32, context=40):
    starts = torch.randint(len(source) - context - 1, (size,), generator=generator)
    rows = torch.stack([source[s : s + context + 1] for s in starts])
    return rows[:, :-1], rows[:, 1:]  # the target is the next character


def mean_loss(model, source):
    with torch.no_grad():
        inputs, targets = batch(source, torch.Generator().manual_seed(1), 100)
        return F.cross_entropy(
            model(inputs).flatten(0, 1), targets.flatten()
        ).item()


def train(model, seed, steps=400):
    generator = torch.Generator().manual_seed(seed)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2, fused=True)
    history = {}
    for step in range(steps + 1):
        if step % 50 == 0:
            history[step] = mean_loss(model, val_data)
        inputs, targets = batch(train_data, generator)
        loss = F.cross_entropy(model(inputs).flatten(0, 1), targets.flatten())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return history


torch.manual_seed(0)
model = GPT(len(letters))
history = train(model, seed=0)
for step in (0, 100, 200, 400):
    print(f"step {step:>3}: validation loss {history[step]:.2f}")
# ~ step   0: validation loss 3.19
# ~ step 100: validation loss 0.55
# ~ step 200: validation loss 0.27
# ~ step 400: validation loss 0.23
print(f"train loss {mean_loss(model, train_data):.2f}")
# ~ train loss 0.24
# --8<-- [end:train]


# --8<-- [start:write]
@torch.no_grad()
def write(model, start, count, temperature, seed=0):
    torch.manual_seed(seed)
    tokens = torch.tensor([[number[letter] for letter in start]])
    for _ in range(count):
        logits = model(tokens[:, -model.context :])[:, -1]  # the last position
        if temperature == 0:
            following = logits.argmax(1, keepdim=True)
        else:
            weights = (logits / temperature).softmax(1)
            following = torch.multinomial(weights, 1)
        tokens = torch.cat([tokens, following], dim=1)
    return "".join(letters[i] for i in tokens[0])


pattern = re.compile(
    rf"the ({'|'.join(things)}) ({'|'.join(verbs)}) the (?!\1 )({'|'.join(things)})"
    rf" and the \3 is ({'|'.join(colors)})\."
)


def right(written):
    """How many whole sentences the grammar allows, and how many there are."""
    sentences = [part.strip() + "." for part in written.split(".")[1:-1]]
    return sum(bool(pattern.fullmatch(s)) for s in sentences), len(sentences)


untrained = GPT(len(letters))
print(f"untrained: {write(untrained, '. the ', 40, 1.0)!r}")
# ~ untrained: '. the ebpkhtabacdudiinntdbpnueanat si oeneddl '
for temperature in (0, 0.5, 1.0, 2.0):
    written = write(model, ". the ", 300, temperature)  # after a full stop
    print(f"{temperature=}: {written[2:62]!r}")
    print("  right: {} of {} sentences".format(*right(written)))
# ~ temperature=0: 'the bird finds the bird and the bird is old. the bird likes '
# ~   right: 0 of 6 sentences
# ~ temperature=0.5: 'the lamp likes the boat and the boat is red. the boat sees t'
# ~   right: 5 of 6 sentences
# ~ temperature=1.0: 'the lamp is the dog and the dog is small. the lamp finds the'
# ~   right: 4 of 6 sentences
# ~ temperature=2.0: 'the lamp is the dog and p ieand the lamp is old.ikes the ca '
# ~   right: 0 of 6 sentences
# --8<-- [end:write]

# --8<-- [start:beside]
torch.manual_seed(0)
gru = GRU(len(letters))
beside = train(gru, seed=0)
for name, m, h in (("GPT", model, history), ("GRU", gru, beside)):
    count = sum(p.numel() for p in m.parameters())
    losses = [f"{h[step]:.2f}" for step in (50, 100, 200, 400)]
    print(f"{name}, {count} parameters: {losses}")
# ~ GPT, 28117 parameters: ['1.06', '0.55', '0.27', '0.23']
# ~ GRU, 27669 parameters: ['0.34', '0.32', '0.31', '0.31']
print(f"the GPT ends lower: {history[400] < beside[400]}")
# > the GPT ends lower: True
by_gru = right(write(gru, ". the ", 300, 0.5))
print("temperature=0.5, the GRU: {} of {} sentences".format(*by_gru))
# ~ temperature=0.5, the GRU: 0 of 9 sentences
for seed in (1, 2):
    torch.manual_seed(seed)
    early = [
        train(kind(len(letters)), seed, steps=50)[50]  # after 50 steps
        for kind in (GPT, GRU)
    ]
    print(f"seed {seed}, step 50: {early[0]:.2f} {early[1]:.2f}")
    print(f"  the GRU is ahead: {early[1] < early[0]}")
# ~ seed 1, step 50: 1.01 0.33
# >   the GRU is ahead: True
# ~ seed 2, step 50: 1.09 0.34
# >   the GRU is ahead: True
# --8<-- [end:beside]

figure, axes = plt.subplots(figsize=(4.8, 2.6), layout="constrained")
axes.plot(history.keys(), history.values(), marker="o", label="GPT")
axes.plot(beside.keys(), beside.values(), marker="s", label="GRU")
axes.legend()
axes.set(xlabel="step", ylabel="validation loss", ylim=(0, None))
figure.savefig("transformer_gpt.svg")
