// The API without a client library: submit, poll, download the first URL without a key.
import { writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

const api = process.env.OPENROUTER_BASE_URL;
const headers = {
  Authorization: `Bearer ${process.env.OPENROUTER_API_KEY}`,
  "Content-Type": "application/json",
};
const submission = await fetch(`${api}/videos`, {
  method: "POST",
  headers,
  body: process.env.REQUEST,
});
const { id, polling_url: pollingUrl } = await submission.json();
let job;
do {
  await setTimeout(100);
  job = await (await fetch(pollingUrl, { headers })).json();
} while (job.status === "pending" || job.status === "in_progress");
const video = await fetch(job.unsigned_urls[0]);
if (!video.ok) throw new Error(`download: ${video.status}`);
await writeFile(process.env.OUTPUT, Buffer.from(await video.arrayBuffer()));
console.log(id, job.status);
