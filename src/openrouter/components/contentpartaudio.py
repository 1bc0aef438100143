from rushes.wire import (
    AudioURL as AudioURL,
    AudioURLTypedDict as AudioURLTypedDict,
    ContentPartAudio as ContentPartAudio,
    ContentPartAudioType as ContentPartAudioType,
    ContentPartAudioTypedDict as ContentPartAudioTypedDict,
)
