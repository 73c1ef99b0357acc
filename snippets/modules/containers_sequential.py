# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Sequential: names, indexing, slices, changes."""

from collections import OrderedDict

import torch
from torch import nn

# --8<-- [start:names]
numbered = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
named = nn.Sequential(
    OrderedDict(hidden=nn.Linear(4, 8), relu=nn.ReLU(), head=nn.Linear(8, 2))
)
print(f"{list(numbered.state_dict())=}")
# > list(numbered.state_dict())=['0.weight', '0.bias', '2.weight', '2.bias']
print(f"{list(named.state_dict())=}")
# > list(named.state_dict())=['hidden.weight', 'hidden.bias', 'head.weight', 'head.bias']
print(f"{named.head is named[2]=} {named[-1].out_features=}")
# > named.head is named[2]=True named[-1].out_features=2
# --8<-- [end:names]

# --8<-- [start:renumbered]
longer = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Dropout(0.5), nn.Linear(8, 2))
try:
    longer.load_state_dict(numbered.state_dict())
except RuntimeError as error:
    print("\n".join(line.strip() for line in str(error).splitlines()))
# > Error(s) in loading state_dict for Sequential:
# > Missing key(s) in state_dict: "3.weight", "3.bias".
# > Unexpected key(s) in state_dict: "2.weight", "2.bias".

longer_named = nn.Sequential(
    OrderedDict(
        hidden=nn.Linear(4, 8),
        relu=nn.ReLU(),
        dropout=nn.Dropout(0.5),
        head=nn.Linear(8, 2),
    )
)
print(longer_named.load_state_dict(named.state_dict()))
# > <All keys matched successfully>
# --8<-- [end:renumbered]

# --8<-- [start:slices]
body = numbered[:2]
print(f"{type(body).__name__} of {len(body)}: {body(torch.ones(5, 4)).shape}")
# > Sequential of 2: torch.Size([5, 8])
print(f"{body[0] is numbered[0]=}")  # the same layer, not a copy
# > body[0] is numbered[0]=True
# --8<-- [end:slices]

# --8<-- [start:change]
numbered[2] = nn.Linear(8, 3)
numbered.append(nn.Softplus())
numbered.insert(2, nn.Dropout(0.5))
print(numbered)
# > Sequential(
# >   (0): Linear(in_features=4, out_features=8, bias=True)
# >   (1): ReLU()
# >   (2): Dropout(p=0.5, inplace=False)
# >   (3): Linear(in_features=8, out_features=3, bias=True)
# >   (4): Softplus(beta=1.0, threshold=20.0)
# > )
# --8<-- [end:change]
