from rushes.sdk.methods.api_keys import APIKeys as APIKeys
