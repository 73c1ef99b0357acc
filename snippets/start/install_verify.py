# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Is PyTorch here, does it compute, which build is it, and does it see a GPU?"""

import torch

# --8<-- [start:verify]
x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
print(x @ x)  # a product: the compiled part works
# > tensor([[ 7., 10.],
# >         [15., 22.]])
# --8<-- [end:verify]

# --8<-- [start:device]
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
print(f"{str(device)=}")
# ~ str(device)='cpu'
print((x.to(device) @ x.to(device)).cpu())  # the same product there
# > tensor([[ 7., 10.],
# >         [15., 22.]])
# --8<-- [end:device]

# --8<-- [start:build]
facts = {
    "torch": torch.__version__,
    "built for CUDA": torch.version.cuda,
    "sees a CUDA GPU": torch.cuda.is_available(),
    "built for MPS": torch.backends.mps.is_built(),
    "sees a Mac's GPU": torch.backends.mps.is_available(),
}
for name, value in facts.items():
    print(f"{name:16} {str(value)!r}")
# ~ torch            '2.14.1+cu130'
# ~ built for CUDA   '13.0'
# ~ sees a CUDA GPU  'False'
# ~ built for MPS    'False'
# ~ sees a Mac's GPU 'False'
# --8<-- [end:build]
