from rushes.sdk import Logger as Logger, get_default_logger as get_default_logger
