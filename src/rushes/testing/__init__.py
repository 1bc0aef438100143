"""The test kit: the service with failures on demand and a clock that can be advanced."""
