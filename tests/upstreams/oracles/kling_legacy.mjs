// Drive Kling's first API with `kling-api`, which the vendor did not make; Kling has no SDK.
// `node kling_legacy.mjs URL ACCESS_KEY SECRET_KEY`: the URL must be https.
import assert from 'node:assert/strict';
import { KlingAPI } from 'kling-api';

const [url, accessKey, secretKey] = process.argv.slice(2);
const client = new KlingAPI({ accessKey, secretKey, baseUrl: url });
const settings = { model_name: 'kling-v2-6', mode: 'pro', duration: '5' };
const FRAME = 'https://pictures.example/first.png';

async function ended(task, query) {
  for (let poll = 0; poll < 100; poll++) {
    const { code, data } = await query(task);
    assert.equal(code, 0);
    if (['succeed', 'failed'].includes(data.task_status)) return data;
    assert.ok(['submitted', 'processing'].includes(data.task_status), data.task_status);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`${task} has not ended`);
}

async function refused(call, status, code) {
  await assert.rejects(call, (error) => {
    assert.deepEqual([error.name, error.httpStatus, error.code], ['KlingAPIError', status, code]);
    assert.ok(error.requestId);
    return true;
  });
}

const text = (prompt, options) => client.textToVideo({ prompt, ...settings, ...options });
const textTask = (task) => client.queryTextToVideoTask(task);

const made = await text('a kite', { aspect_ratio: '16:9', external_task_id: 'kite-1' });
assert.deepEqual([made.code, made.data.task_status], [0, 'submitted']);
assert.equal(made.data.task_info.external_task_id, 'kite-1');
const done = await ended(made.data.task_id, textTask);
assert.equal(done.task_status, 'succeed');
const [video] = done.task_result.videos;
assert.match(video.duration, /^5\.\d+$/);
const bytes = Buffer.from(await (await fetch(video.url)).arrayBuffer());
assert.equal(bytes.subarray(4, 8).toString(), 'ftyp');
assert.equal((await textTask('kite-1')).data.task_id, made.data.task_id);

const frame = await client.imageToVideo({ image: FRAME, prompt: 'a kite', ...settings });
const byImage = await ended(frame.data.task_id, (task) => client.queryImageToVideoTask(task));
assert.equal(byImage.task_status, 'succeed');
await refused(textTask(frame.data.task_id), 404, 1203);

const { data } = await client.getAccountInfo(Date.now() - 1000, Date.now());
const [units] = data.resource_pack_subscribe_infos;
assert.deepEqual([data.code, units.status], [0, 'online']);
assert.equal(units.total_quantity - units.remaining_quantity, 5);

const failed = await ended((await text('FAIL')).data.task_id, textTask);
assert.equal(failed.task_status, 'failed');
assert.ok(failed.task_status_msg);

await refused(text('another kite', { external_task_id: 'kite-1' }), 400, 1201);
await refused(text('a kite [fault:refuse]'), 400, 1301);
await refused(text('a kite [fault:429]'), 429, 1302);
await refused(text('a kite [fault:500-before]'), 500, 5000);
const stranger = new KlingAPI({ accessKey, secretKey: 'wrong', baseUrl: url });
await refused(stranger.queryTextToVideoTask(made.data.task_id), 401, 1002);
console.log(JSON.stringify({ task: made.data.task_id }));
