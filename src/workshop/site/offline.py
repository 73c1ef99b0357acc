"""A build that is read from disk, and its zip."""
