from rushes.sdk.methods.models import Models as Models
