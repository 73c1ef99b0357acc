# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.gradscaler-deprecated"]
# ///
"""GradScaler on the CPU with float16: scaled gradients, a skipped step, and its options."""

import torch
from torch import nn

# --8<-- [start:scaler]
torch.manual_seed(0)
model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
scaler = torch.amp.GradScaler("cpu", init_scale=1024.0, growth_interval=2)

for size in (1.0, 1e4, 1.0, 1.0):  # the second batch is far too large
    before = model.weight.detach().clone()
    optimizer.zero_grad()
    with torch.autocast("cpu", dtype=torch.float16):
        loss = model(torch.full((1, 2), size)).float().square().mean()
    scaler.scale(loss).backward()
    finite = bool(model.weight.grad.isfinite().all())
    scaler.step(optimizer)  # divides by the scale; skips the step on inf or nan
    scaler.update()
    moved = not torch.equal(before, model.weight)
    print(
        f"{size=:7}   {finite=!s:5}   {moved=!s:5}   next scale {scaler.get_scale()}"
    )
# > size=    1.0   finite=True    moved=True    next scale 1024.0
# > size=10000.0   finite=False   moved=False   next scale 512.0
# > size=    1.0   finite=True    moved=True    next scale 512.0
# > size=    1.0   finite=True    moved=True    next scale 1024.0
# --8<-- [end:scaler]

# --8<-- [start:clip]
optimizer.zero_grad()
with torch.autocast("cpu", dtype=torch.float16):
    loss = model(torch.ones(1, 2)).float().square().mean()
scaler.scale(loss).backward()
scaled = model.weight.grad.norm()
scaler.unscale_(optimizer)
plain = model.weight.grad.norm()
nn.utils.clip_grad_norm_([model.weight], max_norm=0.1)
print(f"scaled / unscaled {scaled / plain:.0f}")
# > scaled / unscaled 1024
print(f"clipped {model.weight.grad.norm():.4f}")
# > clipped 0.1000
scaler.step(optimizer)
scaler.update()
# --8<-- [end:clip]

# --8<-- [start:off]
scaler = torch.amp.GradScaler("cpu")
print(f"{scaler.get_scale()=}   {scaler.get_growth_interval()=}")
# > scaler.get_scale()=65536.0   scaler.get_growth_interval()=2000
scaler = torch.amp.GradScaler("cpu", enabled=False)
print(f"{scaler.scale(torch.tensor(2.0))=}   {scaler.get_scale()=}")
# > scaler.scale(torch.tensor(2.0))=tensor(2.)   scaler.get_scale()=1.0
# --8<-- [end:off]

# --8<-- [start:old]
scaler = torch.cuda.amp.GradScaler(enabled=False)
# ! FutureWarning: `torch.cuda.amp.GradScaler(args...)` is deprecated. Please use `torch.amp.GradScaler('cuda', args...)` instead.
# --8<-- [end:old]

# --8<-- [start:new]
scaler = torch.amp.GradScaler("cuda", enabled=False)
print(type(scaler))
# > <class 'torch.amp.grad_scaler.GradScaler'>
# --8<-- [end:new]
