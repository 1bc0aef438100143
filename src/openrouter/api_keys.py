from rushes.sdk.methods.account import APIKeys as APIKeys
