from rushes.wire import ModelLinks as ModelLinks
