"""The configuration as a whole: what is set, from where, what is wrong with it."""
