# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Keep the best weights while training goes on, in a deep copy."""

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Linear(2, 1)
optimizer = torch.optim.AdamW(model.parameters(), lr=0.1)
inputs, targets = torch.rand(8, 2), torch.rand(8, 1)
criterion = nn.MSELoss()

# --8<-- [start:answer]
import copy

best = copy.deepcopy(model.state_dict())
# --8<-- [end:answer]

# --8<-- [start:state-dict]
named = model.state_dict()
shallow = model.state_dict().copy()
torch.save(model.state_dict(), "best.pt")
print(f"before: {model.weight[0, 0].item():.3f}")
# > before: -0.005

criterion(model(inputs), targets).backward()
optimizer.step()

print(f"the model      {model.weight[0, 0].item():.3f}")
# > the model      0.095
print(f"state_dict()   {named['weight'][0, 0].item():.3f}")
# > state_dict()   0.095
print(f"  .copy()      {shallow['weight'][0, 0].item():.3f}")
# >   .copy()      0.095
print(f"  deepcopy     {best['weight'][0, 0].item():.3f}")
# >   deepcopy     -0.005
print(f"from the file  {torch.load('best.pt')['weight'][0, 0].item():.3f}")
# > from the file  -0.005
# --8<-- [end:state-dict]

# --8<-- [start:restore]
model.load_state_dict(best)
print(f"restored: {model.weight[0, 0].item():.3f}")
# > restored: -0.005
# --8<-- [end:restore]

# --8<-- [start:model]
twin = copy.deepcopy(model)
before = twin.weight.detach().clone()
criterion(twin(inputs), targets).backward()
optimizer.step()
print(f"the optimizer moved the twin: {not torch.equal(twin.weight, before)}")
# > the optimizer moved the twin: False
print(f"the twin has a gradient: {twin.weight.grad is not None}")
# > the twin has a gradient: True
# --8<-- [end:model]
