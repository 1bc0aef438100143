from rushes.wire import TopProviderInfo as TopProviderInfo
