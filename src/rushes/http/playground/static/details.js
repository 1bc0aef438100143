// Details: everything that the service tells of a job.
import { html, useEffect, useState } from './vendor/preact-htm.js';
import { api, isEnded } from './api.js';
import { reuse } from './draft.js';
import { Copy, money, Problem, SCROLLS, Status, time } from './parts.js';
import { Poster } from './pictures.js';

const span = ms => ms == null ? null : ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;

export function Details({ rest: [id = ''] }) {
  const [found, setFound] = useState(null), [error, setError] = useState(null), [tries, setTries] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const get = path => api(path, { signal: stop.signal });
    const read = async () => {
      const name = encodeURIComponent(id);
      const job = await get(`videos/${name}`);
      const [request, record, webhooks] = await Promise.all([get(`videos/${name}/request`),
        isEnded(job) ? get(`generation?id=${name}`) : null, job.rushes?.webhooks ? get(`videos/${name}/webhooks`) : null]);
      setFound({ job, request, record: record?.data, webhooks: webhooks?.data ?? [] });
    };
    setFound(null);
    setError(null);
    read().catch(problem => stop.signal.aborted || setError(problem));
    return () => stop.abort();
  }, [id, tries]);
  const again = html`<button type="button" onClick=${() => setTries(tries + 1)}>${error ? 'Try again' : 'Refresh'}</button>`;
  if (!found) return error ? html`<${Problem} error=${error}>${again}<//>` : html`<p class="quiet center" role="status">Loading…</p>`;
  const { job, request, record, webhooks } = found;
  const { rushes: facts = {}, status } = job;
  const text = JSON.stringify(request, (_, value) => typeof value === 'string' && value.startsWith('data:') ? `${value.slice(0, 40)}…` : value, 2);
  const attempts = facts.attempts ?? record?.provider_responses ?? [];
  return html`<section class="details stack" aria-label="Details">
    <div class="row spread"><h1 class="prompt" dir="auto" tabindex=${facts.prompt?.length > SCROLLS ? 0 : null}>${facts.prompt ?? 'Video without a prompt'}</h1><${Status} status=${status} /></div>
    <div class="row"><a class="button" href="#/jobs/${id}">${status === 'completed' ? 'Play' : 'Watch'}</a>
      <button type="button" onClick=${() => reuse(id).catch(setError)}>${['failed', 'expired', 'cancelled'].includes(status) ? 'Retry' : 'Use this request'}</button>
      <${Copy} label="Copy ID" text=${id} />${!isEnded(job) && again}</div>
    <${Problem} error=${error} />
    ${job.error && html`<p class="problem">${job.error}</p>`}
    <div class="parts">
      ${status === 'completed' && html`<div class="card"><${Poster} id=${id} moves=${false} /></div>`}
      <div class="card stack"><h2>Job</h2><${Facts} of=${{
        ID: id, Submitted: time(facts.created_at), Provider: facts.provider, 'Model version': record?.model,
        Cost: record ? money(job.usage ? job.usage.cost : record.total_cost) : null, Accepted: record?.latency != null ? `after ${span(record.latency)}` : null,
        Made: record?.generation_time != null ? `in ${span(record.generation_time)}` : null, Finish: record?.finish_reason,
        Session: facts.session_id, User: facts.user, Delay: facts.delay_reason, Cancellation: facts.cancellation }} /></div>
      <div class="card stack"><div class="row spread"><h2>Request</h2><${Copy} label="Copy request" text=${JSON.stringify(request, null, 2)} /></div>
        <pre tabindex="0" aria-label="Request">${text}</pre></div>
      ${facts.drawn && html`<${Json} title="What was drawn" value=${facts.drawn} />`}
      ${facts.report && Object.keys(facts.report).length > 0 && html`<${Json} title="Report" value=${facts.report} />`}
    </div>
    <div class="card stack"><h2>Attempts</h2>${attempts.length ? html`<${Table} rows=${attempts} />`
      : html`<p class="quiet">The provider has not answered yet.</p>`}</div>
    ${webhooks.length > 0 && html`<div class="card stack"><h2>Webhooks</h2><${Table} rows=${webhooks} /></div>`}</section>`;
}

const Facts = ({ of }) => html`<dl>${Object.entries(of).filter(([, value]) => value != null && value !== '').map(([name, value]) =>
  html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;

const Json = ({ title, value }) => html`<div class="card stack"><h2>${title}</h2>
  <pre tabindex="0" aria-label=${title}>${JSON.stringify(value, null, 2)}</pre></div>`;

const shown = (name, value) => value == null ? '–' : typeof value === 'object' ? JSON.stringify(value)
  : /_at$/.test(name) ? time(value) : name === 'latency' ? span(value) : String(value);

/** Objects as rows; the columns are what any of them has. */
function Table({ rows }) {
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))].filter(name => rows.some(row => row[name] != null));
  return html`<div class="scrolls" tabindex="0" role="group" aria-label="Table"><table>
    <thead><tr>${names.map(name => html`<th scope="col">${name.replaceAll('_', ' ')}</th>`)}</tr></thead>
    <tbody>${rows.map(row => html`<tr>${names.map(name => html`<td>${shown(name, row[name])}</td>`)}</tr>`)}</tbody></table></div>`;
}
