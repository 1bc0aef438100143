from rushes.wire import ProviderResponse as ProviderResponse
