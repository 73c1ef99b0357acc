pytest_plugins = ["workshop.pytest_door"]
