# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "ipython>=8"]
# ///
"""What a notebook keeps alive: the values of cells, and the traceback of the last error."""

import gc
import weakref

from IPython.core.interactiveshell import InteractiveShell

# --8<-- [start:out]
shell = InteractiveShell.instance(colors="nocolor", cache_size=1000)
shell.displayhook.write_output_prompt = lambda: None
for last_line in ("x", "x;", "print(x.shape)"):
    shell.run_cell("import torch; x = torch.zeros(2)", store_history=True)
    tensor = weakref.ref(shell.user_ns["x"])
    shell.run_cell(last_line, store_history=True)
    shell.run_cell("del x", store_history=True)
    gc.collect()
    kept = [
        name for name, value in shell.user_ns["Out"].items() if value is tensor()
    ]
    print(f"{last_line!r}: gone {tensor() is None}, kept in Out at {kept}")
# > tensor([0., 0.])
# > 'x': gone False, kept in Out at [2]
# > 'x;': gone True, kept in Out at []
# > torch.Size([2])
# > 'print(x.shape)': gone True, kept in Out at []
# --8<-- [end:out]

# --8<-- [start:traceback]
shell.showtraceback = lambda *args, **kwargs: None
shell.run_cell("""
def forward():
    activations = torch.zeros(1000)
    raise RuntimeError("out of memory, say")

forward()
""")
error = shell.last_execution_result.error_in_exec
frame = error.__traceback__
while frame.tb_next:
    frame = frame.tb_next  # the innermost call
print({name: value.shape for name, value in frame.tb_frame.f_locals.items()})
# > {'activations': torch.Size([1000])}
# --8<-- [end:traceback]
