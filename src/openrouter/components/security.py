from rushes.wire import Security as Security, SecurityTypedDict as SecurityTypedDict
