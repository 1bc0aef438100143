"""Fakes: a stub server, a paid upstream, a webhook receiver, and providers inside the process."""
