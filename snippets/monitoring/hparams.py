# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "tensorboard>=2.20"]
#
# [tool.tbe]
# claims = ["tb.h-params"]
# ///
"""add_hparams(): which settings gave which result, and into which folder that goes."""

from pathlib import Path

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.plugins.hparams import metadata
from torch.utils.tensorboard import SummaryWriter


# --8<-- [start:write]
def read(folder):
    events = EventAccumulator(str(folder)).Reload()
    content = events.PluginTagToContent("hparams")[metadata.SESSION_START_INFO_TAG]
    session = metadata.parse_session_start_info_plugin_data(content)
    settings = {name: value.number_value for name, value in session.hparams.items()}
    tags = events.Tags()["scalars"]
    results = {tag: round(events.Scalars(tag)[-1].value, 2) for tag in tags}
    return dict(sorted(settings.items())), results


settings, results = {"lr": 0.1, "hidden": 32}, {"final/accuracy": 0.9}
with SummaryWriter("runs/here") as writer:
    writer.add_hparams(settings, results, run_name=".")

print(read("runs/here"))
# > ({'hidden': 32.0, 'lr': 0.1}, {'final/accuracy': 0.9})
# --8<-- [end:write]

# --8<-- [start:folder]
with SummaryWriter("runs/default") as writer:
    writer.add_hparams(settings, results)

for name in ("here", "default"):
    print(
        f"{name}: {[folder.name for folder in Path('runs', name).iterdir() if folder.is_dir()]}"
    )
# > here: []
# ~ default: ['1795807142.5238006']
# --8<-- [end:folder]

# --8<-- [start:name]
with SummaryWriter("runs/wrong") as writer:
    try:
        writer.h_params(settings, results)
    except AttributeError as error:
        print(f"{type(error).__name__}: {error}")
    try:
        writer.add_hparams(settings)
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")
# > AttributeError: 'SummaryWriter' object has no attribute 'h_params'
# > TypeError: SummaryWriter.add_hparams() missing 1 required positional argument: 'metric_dict'
# --8<-- [end:name]
