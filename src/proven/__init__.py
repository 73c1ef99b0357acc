"""Runs scripts, compares what each statement prints with what is recorded under it, and keeps a record of what ran."""
