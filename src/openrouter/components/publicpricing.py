from rushes.wire import PublicPricing as PublicPricing
