// The AI SDK, with the provider of OpenRouter: a second of video into a file.
import { writeFile } from "node:fs/promises";

import { createOpenRouter } from "@openrouter/ai-sdk-provider";
import { experimental_generateVideo as generateVideo } from "ai";

const [, , baseURL, path] = process.argv;
const openrouter = createOpenRouter({ apiKey: "any", baseURL });
const { video } = await generateVideo({
  model: openrouter.videoModel("rushes/procedural-1", { pollIntervalMs: 200 }),
  prompt: "Abstract blue waves",
  duration: 1,
  download: async ({ url, abortSignal }) => {
    const response = await fetch(url, { signal: abortSignal });
    return { data: new Uint8Array(await response.arrayBuffer()), mediaType: "video/mp4" };
  },
  providerOptions: { openrouter: { resolution: "360p", generate_audio: false } },
});
await writeFile(path, video.uint8Array);
