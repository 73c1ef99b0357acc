# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 120
# ///
"""What torch.compile says on a CPU where there is no C++ compiler."""

# --8<-- [start:compiler]
import torch
from torch._inductor import config, exc

config.cpp.cxx = ("no-such-compiler",)  # as on a machine without one
compiled = torch.compile(lambda x: x.sin() + 1)
# <= 2.13
# ! DeprecationWarning: `torch.jit.script_method` is deprecated. Please switch to `torch.compile` or `torch.export`.
try:
    compiled(torch.ones(3))
except exc.InductorError as error:
    print(f"{type(error).__name__}: {str(error).splitlines()[0]}")
# > InductorError: InvalidCxxCompiler: No working C++ compiler found in torch._inductor.config.cpp.cxx: ('no-such-compiler',)
# --8<-- [end:compiler]
