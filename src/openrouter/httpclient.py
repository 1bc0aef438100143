from rushes.sdk import AsyncHttpClient as AsyncHttpClient, HttpClient as HttpClient
