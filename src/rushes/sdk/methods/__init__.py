"""The operations on videos, each in a waiting and an awaitable form."""
