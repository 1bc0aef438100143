from rushes.wire import Model as Model
