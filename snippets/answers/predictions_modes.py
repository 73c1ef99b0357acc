# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""The same input, another answer: modes, batches, loading, seeds."""

import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)
x, y, x_val, y_val = images[:1200], labels[:1200], images[1200:], labels[1200:]


# --8<-- [start:fit]
def make_model(drop=0.5, norm=True):
    middle = nn.BatchNorm1d(64) if norm else nn.Identity()
    return nn.Sequential(
        nn.Linear(64, 64), middle, nn.ReLU(), nn.Dropout(drop), nn.Linear(64, 10)
    )


def fit(model, steps=100):
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
    for _ in range(steps):
        model.train()
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()
    return model.eval()


@torch.no_grad()
def accuracy(model, x, y):
    return f"{(model(x).argmax(1) == y).float().mean():.2f}"


# --8<-- [end:fit]


# --8<-- [start:two-calls]
def noisy(rows):  # an augmentation that is still switched on
    return rows + 0.1 * torch.randn_like(rows)


torch.manual_seed(0)
models = {
    "Dropout": make_model(norm=False),
    "BatchNorm": make_model(drop=0.0),
}
for name, model in models.items():
    fit(model)
    for mode in (True, False):
        model.train(mode)
        with torch.no_grad():
            first, second = model(x_val), model(x_val)
            alone = model(x_val[:2])
        twice = bool(torch.equal(first, second))
        batch = bool(torch.allclose(first[:2], alone, atol=1e-4))
        print(f"{name:<9} training={mode!s:5} twice the same {twice!s:5}", end="")
        print(f", in another batch the same {batch}")
# > Dropout   training=True  twice the same False, in another batch the same False
# > Dropout   training=False twice the same True , in another batch the same True
# > BatchNorm training=True  twice the same True , in another batch the same False
# > BatchNorm training=False twice the same True , in another batch the same True
with torch.no_grad():
    same = torch.equal(model(noisy(x_val)), model(noisy(x_val)))
print(f"noise in the transform, eval(): twice the same {same}")
# > noise in the transform, eval(): twice the same False
# --8<-- [end:two-calls]


# --8<-- [start:alone]
class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(20, 8, padding_idx=0)
        self.gru = nn.GRU(8, 8, batch_first=True)

    def forward(self, ids, lengths=None):  # (batch, time)
        states, _ = self.gru(self.embedding(ids))  # (batch, time, 8)
        if lengths is None:
            return states[:, -1]
        return states[torch.arange(len(ids)), lengths - 1]


reader = Reader().eval()
short, long = torch.tensor([5, 7]), torch.tensor([5, 7, 9, 11, 3])
batch = nn.utils.rnn.pad_sequence([short, long], batch_first=True)  # (2, 5)
alone = reader(short.unsqueeze(0))[0]
last = reader(batch)[0]
own = reader(batch, torch.tensor([2, 5]))[0]
print(f"the last state of the batch: {torch.allclose(alone, last, atol=1e-5)}")
# > the last state of the batch: False
print(f"the last state of the row:   {torch.allclose(alone, own, atol=1e-5)}")
# > the last state of the row:   True
# --8<-- [end:alone]

# --8<-- [start:loading]
torch.manual_seed(0)
model = fit(make_model())
torch.save(model.state_dict(), "model.pt")
print("before saving             ", accuracy(model, x_val, y_val))
# ~ before saving              0.93

loaded = make_model()
print("no load_state_dict        ", accuracy(loaded.eval(), x_val, y_val))
# ~ no load_state_dict         0.08
loaded.load_state_dict(torch.load("model.pt"))
loaded.train()  # as if eval() had been forgotten
for size in (8, 597):
    with torch.no_grad():
        logits = torch.cat([loaded(rows) for rows in x_val.split(size)])
    right = (logits.argmax(1) == y_val).float().mean()
    print(f"no eval(), batches of {size:<3}  {right:.2f}")
# ~ no eval(), batches of 8    0.84
# ~ no eval(), batches of 597  0.90

loaded = make_model()  # the forward in train() has moved the statistics
renamed = {f"module.{k}": v for k, v in torch.load("model.pt").items()}
result = loaded.load_state_dict(renamed, strict=False)
missing = f"({len(result.missing_keys)} keys are missing)"
print("strict=False              ", accuracy(loaded.eval(), x_val, y_val), missing)
# ~ strict=False               0.22 (8 keys are missing)

loaded = make_model()
loaded.load_state_dict(torch.load("model.pt"))
loaded.eval()
print("other scaling than before ", accuracy(loaded, x_val * 2 - 1, y_val))
# ~ other scaling than before  0.74
order = torch.tensor([9, 0, 1, 2, 3, 4, 5, 6, 7, 8])
print("other order of classes    ", accuracy(loaded, x_val, order[y_val]))
# ~ other order of classes     0.00
print("loaded, eval()            ", accuracy(loaded, x_val, y_val))
# ~ loaded, eval()             0.93
# --8<-- [end:loading]

# --8<-- [start:two-runs]
for name, seed in (("no seed", None), ("seed 0", 0)):
    outputs = []
    for _ in range(2):
        if seed is not None:
            torch.manual_seed(seed)
        outputs.append(fit(make_model(), steps=20)(x_val))
    print(f"{name:<8} twice the same: {torch.equal(*outputs)}")
# > no seed  twice the same: False
# > seed 0   twice the same: True

scores = []
for seed in range(5):
    torch.manual_seed(seed)
    scores.append(float(accuracy(fit(make_model(), steps=20), x_val, y_val)))
print(f"five seeds: {min(scores):.2f} to {max(scores):.2f}")
# ~ five seeds: 0.90 to 0.92
# --8<-- [end:two-runs]
