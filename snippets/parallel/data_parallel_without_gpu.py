# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["dp.cpu-pass-through"]
# ///
"""nn.DataParallel without a GPU is a pass-through, and what the wrapper does to the keys of a state_dict."""

# --8<-- [start:answer]
import os

os.environ["CUDA_VISIBLE_DEVICES"] = ""  # hide the GPUs, if there are any

import torch
from torch import nn

model = nn.Linear(2, 1)
parallel_model = nn.DataParallel(model)
outputs = parallel_model(torch.ones(4, 2))  # (batch, 1)
# --8<-- [end:answer]

# --8<-- [start:pass-through]
print(f"devices {parallel_model.device_ids}, outputs {tuple(outputs.shape)}")
# > devices [], outputs (4, 1)
print(list(parallel_model.state_dict()))
# > ['module.weight', 'module.bias']
# --8<-- [end:pass-through]

# --8<-- [start:prefix]
saved = parallel_model.state_dict()
try:
    nn.Linear(2, 1).load_state_dict(saved)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Error(s) in loading state_dict for Linear:
# > 	Missing key(s) in state_dict: "weight", "bias".
# > 	Unexpected key(s) in state_dict: "module.weight", "module.bias".
# --8<-- [end:prefix]

# --8<-- [start:mended]
unwrapped = parallel_model.module.state_dict()  # save this
print(nn.Linear(2, 1).load_state_dict(unwrapped))
# > <All keys matched successfully>

# For a file that exists already.
from torch.nn.modules.utils import consume_prefix_in_state_dict_if_present

consume_prefix_in_state_dict_if_present(saved, "module.")
print(nn.Linear(2, 1).load_state_dict(saved))
# > <All keys matched successfully>
# --8<-- [end:mended]
