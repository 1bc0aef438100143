// The AI SDK's video models: an independent client of vendors that have none, or none for REST.
// Arguments: the provider, the base URL of its API.
import { createBlackForestLabs } from "@ai-sdk/black-forest-labs";
import { createReplicate } from "@ai-sdk/replicate";
import { createXai } from "@ai-sdk/xai";

const [provider, baseURL] = process.argv.slice(2);
const models = {
  xai: (key) => createXai({ apiKey: key, baseURL }).video("grok-imagine-video-1.5"),
  bfl: (key) => createBlackForestLabs({ apiKey: key, baseURL }).video("flux-3-video"),
  replicate: (key) => createReplicate({ apiToken: key, baseURL }).video("google/veo-3.1"),
};
const model = models[provider]("key");
const duration = { xai: 2, bfl: 5, replicate: 4 }[provider];

function request(prompt, more = {}) {
  const plain = { n: 1, headers: {}, providerOptions: {}, aspectRatio: "16:9", duration };
  return { ...plain, prompt, ...more };
}

async function ended(started) {
  for (;;) {
    const found = await model.doStatus({ operation: started.operation, headers: {} });
    if (found.status !== "pending") return found;
    await new Promise((next) => setTimeout(next, 100));
  }
}

async function made(prompt, more) {
  const found = await ended(await model.doStart(request(prompt, more)));
  if (found.status !== "completed") return found.error;
  const video = await fetch(found.videos[0].url);
  const bytes = (await video.arrayBuffer()).byteLength;
  return { bytes, metadata: Object.values(found.providerMetadata ?? {})[0] };
}

async function raised(promise) {
  try {
    return await promise;
  } catch (error) {
    return [error.name, error.statusCode, error.message];
  }
}

const image = { type: "file", data: new Uint8Array([0x89, 0x50]), mediaType: "image/png" };
const frames = { frameImages: [{ frameType: "first_frame", image }], image };
const found = {
  made: await made("Waves", { generateAudio: false }),
  framed: await made("Waves", frames),
  failed: await raised(made("FAIL")),
  moderated: await raised(made("x [fault:moderated]")),
  money: await raised(models[provider]("poor").doStart(request("x"))),
  key: await raised(models[provider]("wrong").doStart(request("x"))),
};
console.log(JSON.stringify(found));
