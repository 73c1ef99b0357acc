# /// script
# requires-python = ">=3.11"
# dependencies = ["ipython>=8"]
# ///
"""A cell that was deleted goes on working until the kernel is restarted."""

from IPython.core.interactiveshell import InteractiveShell


# --8<-- [start:deleted]
def run(shell, cell):
    result = shell.run_cell(cell, silent=True)
    error = result.error_in_exec
    print(
        f"{cell!r}: {'works' if error is None else f'{type(error).__name__}: {error}'}"
    )


shell = InteractiveShell.instance(colors="nocolor")
shell.showtraceback = lambda *args, **kwargs: None  # one line is enough here
run(shell, "scale = 16")
# > 'scale = 16': works
run(shell, "x = 8 / scale")  # now the first cell is deleted from the notebook
# > 'x = 8 / scale': works
run(shell, "x = 8 / scale")
# > 'x = 8 / scale': works
shell.reset()  # Kernel > Restart
run(shell, "x = 8 / scale")
# > 'x = 8 / scale': NameError: name 'scale' is not defined
# --8<-- [end:deleted]
