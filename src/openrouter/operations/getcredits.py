from rushes.wire import GetCreditsData as GetCreditsData, GetCreditsResponse as GetCreditsResponse
