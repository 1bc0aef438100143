// The service's API, below the page's own URL, with the API key of this tab.
const BASE = new URL('api/v1/', document.baseURI);
const KEY = 'rushes-key';
const ENDED = new Set(['completed', 'failed', 'cancelled', 'expired']);
const PAUSE = 1500; // milliseconds between polls
const QUIET = 20_000; // milliseconds without a sign of life of a stream; the service sends one every 15 s
const MOST_SILENT = 3; // streams in a row without an event, until the job is only polled

export const baseUrl = BASE.href.slice(0, -1);
export const changes = new EventTarget(); // 'refused': the service wants another key; 'wanted': the user does

export const isEnded = job => ENDED.has(job.status);
export const key = () => sessionStorage.getItem(KEY) ?? '';
export const setKey = value => value ? sessionStorage.setItem(KEY, value) : sessionStorage.removeItem(KEY);

/** What the service answers instead of a result; `status` is 0 where it cannot be reached. */
export class ApiError extends Error {
  constructor(message, status = 0, metadata = {}) {
    super(message);
    Object.assign(this, { status, metadata });
  }
}

/** Send a request and return the response; throw an ApiError unless it succeeds. */
export async function send(path, { method = 'GET', body, headers = {}, signal } = {}) {
  const sent = { Authorization: `Bearer ${key() || 'local'}`, ...(body && { 'Content-Type': 'application/json' }), ...headers };
  let response;
  try {
    response = await fetch(new URL(path, BASE), { method, signal, headers: sent, body: JSON.stringify(body) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError('The service cannot be reached. Check that it runs, and the network.');
  }
  if (response.ok) return response;
  const said = (await response.json().catch(() => ({}))).error ?? {};
  const message = response.status === 401 && !key() ? 'This service asks for an API key'
    : said.message || `The service answered ${response.status} ${response.statusText}`;
  if (response.status === 401) changes.dispatchEvent(new CustomEvent('refused', { detail: message }));
  throw new ApiError(message, response.status, said.metadata ?? {});
}

/** Send a request and return its JSON; null where the response has no body. */
export async function api(path, options) {
  const response = await send(path, options);
  return response.status === 204 ? null : response.json();
}

/** Call `show` with a job now and at each change, until it has ended or `signal` is aborted.
 *
 * Events are read with fetch, since EventSource cannot send a key. Where the stream breaks off or is
 * refused, the job is polled, and the stream tried again, unless proxies keep all of it back.
 * `trouble` gets the error meanwhile, or null.
 */
export async function follow(id, show, trouble, signal) {
  const path = `videos/${encodeURIComponent(id)}`;
  for (let last = {}, silent = 0; !isEnded(last) && !signal.aborted;) {
    const seen = job => { last = job; trouble(null); show(job); };
    try {
      seen(await api(path, { signal }));
    } catch (error) {
      if (givesUp(error, signal)) throw error;
      trouble(error);
    }
    if (!isEnded(last) && silent < MOST_SILENT) try {
      silent += 1;
      for await (const job of events(`${path}/events`, signal)) { silent = 0; seen(job); }
    } catch (error) { if (givesUp(error, signal)) throw error; }
    if (!isEnded(last)) await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
}

const givesUp = (error, signal) => signal.aborted || [400, 401, 403, 404].includes(error.status);

async function* events(path, signal) {
  const quiet = new AbortController();
  let timer;
  const wait = () => { clearTimeout(timer); timer = setTimeout(() => quiet.abort(), QUIET); };
  wait();
  const response = await send(path, { signal: AbortSignal.any([signal, quiet.signal]) });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let text = '', part; !(part = await reader.read()).done;) {
    wait();
    const blocks = (text + part.value).split('\n\n');
    text = blocks.pop();
    for (const block of blocks) {
      const data = block.split('\n').filter(line => line.startsWith('data: ')).map(line => line.slice(6));
      if (data.length) yield JSON.parse(data.join('\n'));
    }
  }
}
