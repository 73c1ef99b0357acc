# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# alone = true
# ///
"""The profiler around a few training steps: how often each operation was called, and how long it took."""

# --8<-- [start:answer]
import torch
from torch import nn
from torch.profiler import ProfilerActivity, profile, record_function

with profile(activities=[ProfilerActivity.CPU]) as prof:
    nn.Linear(512, 512)(torch.randn(256, 512))
# <= 2.11
# ! UserWarning: Warning: Profiler clears events at the end of each cycle.Only events from the current cycle will be reported.To keep events across cycles, set acc_events=True.

table = prof.key_averages().table(sort_by="self_cpu_time_total", row_limit=10)
columns = [name.strip() for name in table.splitlines()[1].split("  ")]
print([name for name in columns if name])
# > ['Name', 'Self CPU %', 'Self CPU', 'CPU total %', 'CPU total', 'CPU time avg', '# of Calls']
# --8<-- [end:answer]

# --8<-- [start:smallest]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(512, 512), nn.ReLU(), nn.Linear(512, 10))
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
inputs = torch.randn(256, 512)  # (batch, features)
targets = torch.randint(10, (256,))  # (batch,)


def train_step():
    with record_function("my forward"):  # a name for the rows below it
        loss = criterion(model(inputs), targets)
    with record_function("my backward"):
        optimizer.zero_grad()
        loss.backward()
    optimizer.step()


train_step()  # the first step also sets things up: leave it out
with profile(activities=[ProfilerActivity.CPU]) as prof:
    for _ in range(10):
        train_step()

rows = {row.key: row for row in prof.key_averages()}
print({name: rows[name].count for name in ("aten::addmm", "aten::clamp_min")})
# > {'aten::addmm': 20, 'aten::clamp_min': 10}
for name in ("my forward", "my backward", "Optimizer.step#SGD.step", "aten::addmm"):
    total, own = rows[name].cpu_time_total, rows[name].self_cpu_time_total
    print(f"{name}: total {total / 1000:.1f} ms, self {own / 1000:.1f} ms")
# ~ my forward: total 54.9 ms, self 26.8 ms
# ~ my backward: total 117.7 ms, self 31.2 ms
# ~ Optimizer.step#SGD.step: total 23.1 ms, self 21.8 ms
# ~ aten::addmm: total 22.8 ms, self 22.0 ms
# --8<-- [end:smallest]
