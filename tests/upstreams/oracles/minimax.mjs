// Drive MiniMax with `mmx-cli/sdk`, the vendor's library: `node minimax.mjs URL KEY`.
import assert from 'node:assert/strict';
import { MiniMaxSDK } from 'mmx-cli/sdk';

const [url, key] = process.argv.slice(2);
const client = new MiniMaxSDK({ apiKey: key, baseUrl: url });
const poor = new MiniMaxSDK({ apiKey: 'poor', baseUrl: url });
const stranger = new MiniMaxSDK({ apiKey: 'wrong', baseUrl: url });
const H3 = 'MiniMax-H3';
const HAILUO = 'MiniMax-Hailuo-2.3';
const FRAME = 'https://pictures.example/first.png';
const polling = { pollInterval: 0.1, timeout: 20 };

function h3(prompt, ...parts) {
  const content = [{ type: 'text', text: prompt }, ...parts];
  return { model: H3, resolution: '2K', duration: 5, ratio: '16:9', content, ...polling };
}

function hailuo(prompt) {
  return { model: HAILUO, prompt, first_frame_image: FRAME, ...polling };
}

// What it calls a wrong key, no money, and moderation: exit codes of its command.
const [KEY, QUOTA, CONTENT, OTHER] = [3, 4, 10, 1];

async function refused(call, exitCode, words) {
  await assert.rejects(call, (error) => {
    assert.equal(error.exitCode, exitCode, error.message);
    assert.match(error.message, words);
    return true;
  });
}

async function checkVideo(url) {
  const video = Buffer.from(await (await fetch(url)).arrayBuffer());
  assert.equal(video.subarray(4, 8).toString(), 'ftyp');
  return video.length;
}

async function ended(task, model, words) {
  for (let poll = 0; poll < 100; poll++) {
    const found = await client.video.getTask({ taskId: task, model });
    if (words.includes(found.status)) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`${task} has not ended`);
}

async function second() {
  const frame = { type: 'image_url', image_url: { url: FRAME }, role: 'first_frame' };
  const done = await client.video.generate(h3('a heron lands', frame));
  assert.equal(done.status, 'succeeded');
  assert.deepEqual([done.model, done.resolution, done.duration], [H3, '2K', 5]);
  assert.deepEqual(done.usage.total_seconds, 5);
  assert.ok(done.updated_at >= done.created_at);
  await checkVideo(done.content.url);

  const { taskId } = await client.video.generate({ ...h3('FAIL'), async: true });
  const failed = await ended(taskId, H3, ['failed']);
  assert.equal(failed.error.code, '1013');
  await refused(client.video.generate(h3('a heron [fault:moderated]')), OTHER, /1027/);
  await refused(client.video.generate(h3('a heron [fault:lapsed]')), OTHER, /expired/);
  return done.id;
}

async function secondRefuses() {
  await refused(stranger.video.generate(h3('a heron')), KEY, /API key rejected/);
  await refused(client.video.generate(h3('a heron [fault:refuse]')), CONTENT, /1026/);
  await refused(poor.video.generate(h3('a heron')), QUOTA, /balance/);
  await refused(client.video.generate(h3('a heron [fault:429]')), QUOTA, /Rate limit/);
  await refused(client.video.generate(h3('a heron [fault:500-before]')), OTHER, /HTTP 500/);
  const unknown = client.video.getTask({ taskId: '1', model: H3 });
  await refused(unknown, OTHER, /record not found/);
}

async function first() {
  const done = await client.video.generate(hailuo('a heron lands'));
  assert.equal(done.status, 'Success');
  assert.ok(done.video_width > done.video_height);
  const { file } = await client.file.retrieve(done.file_id);
  assert.equal(await checkVideo(file.download_url), file.bytes);

  // It waits for `Failed`, which the service is not documented to say: `Fail` never ends its wait.
  const { taskId } = await client.video.generate({ ...hailuo('FAIL'), async: true });
  await ended(taskId, HAILUO, ['Fail']);
  await refused(client.video.generate(hailuo('FAIL [fault:says-failed]')), OTHER, /fail/i);
}

async function firstRefuses() {
  await refused(stranger.video.generate(hailuo('a heron')), OTHER, /invalid api key/);
  await refused(client.video.generate(hailuo('a crane [fault:refuse]')), CONTENT, /sensitive/);
  await refused(poor.video.generate(hailuo('a heron')), OTHER, /balance/);
  // It takes the code of a rate limit for the code of a moderated prompt.
  await refused(client.video.generate(hailuo('a crane [fault:429]')), CONTENT, /rate limit/);
  const unknown = client.video.generate({ ...hailuo('a heron'), model: 'Hailuo-0' });
  await refused(unknown, OTHER, /invalid params.*model/);
}

const done = await second();
await secondRefuses();
await first();
await firstRefuses();
console.log(JSON.stringify({ task: done }));
