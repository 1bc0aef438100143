from rushes.sdk.methods.account import Credits as Credits
