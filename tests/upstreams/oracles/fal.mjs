// fal's own JavaScript client: it builds all URLs itself, and follows a stream of states.
import { fal } from "@fal-ai/client";

const [url] = process.argv.slice(2);
const APP = "fal-ai/kling-video/v3/pro/text-to-video";
const requestMiddleware = async (request) => ({
  ...request,
  url: request.url.replace("https://queue.fal.run", url),
});
fal.config({ credentials: "key", requestMiddleware });

async function raised(promise) {
  try {
    await promise;
  } catch (error) {
    return [error.name, error.status, error.body];
  }
  return null;
}

async function submit(prompt) {
  return (await fal.queue.submit(APP, { input: { prompt } })).request_id;
}

const seen = [];
const made = await fal.subscribe(APP, {
  input: { prompt: "Waves", duration: "5" },
  logs: true,
  pollInterval: 100,
  onQueueUpdate: (update) => seen.push(update.status),
});
const answer = await fetch(made.data.video.url);
const waiting = await submit("x [fault:endless]");
await fal.queue.cancel(APP, { requestId: waiting });
const moderated = await submit("x [fault:moderated]");
await fal.queue.subscribeToStatus(APP, { requestId: moderated, pollInterval: 100 });
const found = {
  seen: [...new Set(seen)],
  requestId: made.requestId !== "",
  bytes: (await answer.arrayBuffer()).byteLength === made.data.video.file_size,
  moderated: await raised(fal.queue.result(APP, { requestId: moderated })),
  early: await raised(fal.queue.result(APP, { requestId: await submit("x [fault:endless]") })),
  unknown: await raised(fal.queue.result(APP, { requestId: "no-such-request" })),
};
const streamed = await fal.queue.streamStatus(APP, { requestId: await submit("x"), logs: true });
found.streamed = (await streamed.done()).status;
fal.config({ credentials: "wrong", requestMiddleware });
found.key = await raised(submit("x"));
console.log(JSON.stringify(found));
