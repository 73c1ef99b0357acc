pytest_plugins = ["proven.plugin"]
