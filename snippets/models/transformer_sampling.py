# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Temperature and top-k on one row of logits: what is left, and what is drawn."""

import torch

torch.manual_seed(0)


# --8<-- [start:sampling]
def shares(logits, temperature=1.0, top_k=None):
    logits = logits / temperature
    if top_k is not None:
        kept = logits.topk(top_k, dim=-1)
        logits = torch.full_like(logits, float("-inf"))
        logits = logits.scatter(-1, kept.indices, kept.values)
    return logits.softmax(dim=-1)


logits = torch.tensor([[3.0, 2.0, 1.0, 0.0, -1.0]])  # (batch, vocabulary)
for options in (
    {},
    {"temperature": 0.5},
    {"temperature": 2.0},
    {"top_k": 2},
    {"temperature": 2.0, "top_k": 2},
    {"top_k": 1},
):
    row = shares(logits, **options)[0]
    print([round(share, 2) for share in row.tolist()], options)
# > [0.64, 0.23, 0.09, 0.03, 0.01] {}
# > [0.86, 0.12, 0.02, 0.0, 0.0] {'temperature': 0.5}
# > [0.43, 0.26, 0.16, 0.1, 0.06] {'temperature': 2.0}
# > [0.73, 0.27, 0.0, 0.0, 0.0] {'top_k': 2}
# > [0.62, 0.38, 0.0, 0.0, 0.0] {'temperature': 2.0, 'top_k': 2}
# > [1.0, 0.0, 0.0, 0.0, 0.0] {'top_k': 1}

probabilities = shares(logits, temperature=2.0, top_k=2)
next_token = torch.multinomial(probabilities, 1)  # (batch, 1): append it
print(list(next_token.shape))
# > [1, 1]
drawn = torch.multinomial(probabilities[0], 1000, replacement=True)
print(f"tokens in 1000 draws: {drawn.unique().tolist()}")
# > tokens in 1000 draws: [0, 1]
# --8<-- [end:sampling]
