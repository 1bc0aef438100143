from rushes.wire import TraceConfig as TraceConfig, TraceConfigTypedDict as TraceConfigTypedDict
