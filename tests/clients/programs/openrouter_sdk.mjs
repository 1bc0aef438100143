// `@openrouter/sdk`: all four operations, a standalone function, and errors. Prints JSON.
import { writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

import { OpenRouter } from "@openrouter/sdk";
import { OpenRouterCore } from "@openrouter/sdk/core.js";
import { videoGenerationListVideosModels } from "@openrouter/sdk/funcs/videoGenerationListVideosModels.js";

const [, , serverURL, path] = process.argv;
const { videoGeneration, models } = new OpenRouter({ apiKey: "any", serverURL });
const model = "rushes/procedural-1";
const request = {
  model,
  prompt: "Abstract blue waves",
  duration: 1,
  resolution: "360p",
  generateAudio: false,
};

const submitted = await videoGeneration.generate({ videoGenerationRequest: request });
let job = submitted;
while (job.status === "pending" || job.status === "in_progress") {
  await setTimeout(100);
  job = await videoGeneration.getGeneration({ jobId: submitted.id });
}
await writeFile(path, await videoGeneration.getVideoContent({ jobId: job.id }));

async function refusal(call) {
  try {
    await call();
  } catch (error) {
    return [error.name, error.statusCode, error.error.message];
  }
}

const listed = await videoGeneration.listVideosModels();
const videoModels = await models.list({ outputModalities: "video" });
const core = new OpenRouterCore({ apiKey: "any", serverURL });
const result = await videoGenerationListVideosModels(core);
console.log(
  JSON.stringify({
    submitted: submitted.status,
    status: job.status,
    cost: job.usage.cost,
    urls: job.unsignedUrls.length,
    listed: listed.data.some((row) => row.id === model),
    models: (videoModels.result ?? videoModels).data.some((row) => row.id === model),
    standalone: result.ok && result.value.data.length === listed.data.length,
    unknown: await refusal(() => videoGeneration.getGeneration({ jobId: "gen-vid-0-unknown" })),
    invalid: await refusal(() =>
      videoGeneration.generate({ videoGenerationRequest: { ...request, duration: 99 } }),
    ),
  }),
);
