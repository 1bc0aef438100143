// `@tanstack/ai-openrouter`: a job with a first frame, polled to its end. Prints JSON.
import { writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

import { generateVideo, getVideoJobStatus } from "@tanstack/ai";
import { createOpenRouterVideo } from "@tanstack/ai-openrouter";

const [, , baseURL, path, picture] = process.argv;
const adapter = createOpenRouterVideo("rushes/procedural-1", "any", { baseURL });
const { jobId } = await generateVideo({
  adapter,
  prompt: [
    { type: "text", content: "Abstract blue waves" },
    {
      type: "image",
      source: { type: "data", mimeType: "image/png", value: picture },
      metadata: { role: "start_frame" },
    },
  ],
  duration: 1,
  modelOptions: { resolution: "360p", generateAudio: false },
});
let job;
do {
  await setTimeout(100);
  job = await getVideoJobStatus({ adapter, jobId });
} while (job.status === "pending" || job.status === "processing");
await writeFile(path, Buffer.from(job.url.split(",")[1], "base64"));
console.log(JSON.stringify({ status: job.status, cost: job.usage.cost }));
