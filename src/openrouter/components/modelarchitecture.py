from rushes.wire import ModelArchitecture as ModelArchitecture
