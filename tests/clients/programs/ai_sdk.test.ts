// The AI SDK under vitest, against `rushes serve --testing`.
import { createOpenRouter } from "@openrouter/ai-sdk-provider";
import { experimental_generateVideo as generateVideo } from "ai";
import { beforeEach, expect, test } from "vitest";

const service = process.env.RUSHES_URL;
const openrouter = createOpenRouter({ apiKey: "any", baseURL: `${service}/api/v1` });

const control = (path: string, body: object = {}) =>
  fetch(`${service}/rushes/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

const makeVideo = (prompt: string) =>
  generateVideo({
    model: openrouter.videoModel("google/veo-3.1", { pollIntervalMs: 20 }),
    prompt,
    duration: 4,
    maxRetries: 0,
    download: async ({ url, abortSignal }) => {
      const response = await fetch(url, { signal: abortSignal });
      if (!response.ok) throw new Error(`download: status ${response.status}`);
      return { data: new Uint8Array(await response.arrayBuffer()), mediaType: "video/mp4" };
    },
  });

beforeEach(() => control("reset"));

test("makes a video", async () => {
  const { video } = await makeVideo("A calm sea");
  expect(new TextDecoder().decode(video.uint8Array.slice(4, 8))).toBe("ftyp");
});

test("a job that fails by a magic prompt", async () => {
  await expect(makeVideo("A calm sea [rushes:failed]")).rejects.toThrow("could not generate");
});

test("a refusal for lack of credit", async () => {
  await control("next", { name: "out_of_credit" });
  await expect(makeVideo("A calm sea")).rejects.toMatchObject({ statusCode: 402 });
});

test("a download that is gone", async () => {
  await control("next", { name: "gone" });
  await expect(makeVideo("A calm sea")).rejects.toThrow("status 410");
});
