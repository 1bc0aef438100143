// Providers, and jobs whose outcome is unknown.
import { html, useState } from './vendor/preact-htm.js';
import { api } from './api.js';
import { Act, Loaded, usd, when } from './admin.js';
import { Copy, Problem } from './parts.js';

const STATES = { on: 'in use', out: 'not used for now', off: 'off' };
const STATUS = { on: 'live', out: 'unavailable', off: '' };

export const Providers = () => html`<section class="admin stack">
  <${Loaded} read=${() => api('admin/providers')}>${({ data }, reload) => html`
    <div class="row spread"><h1>Providers</h1><button type="button" onClick=${reload}>Refresh</button></div>
    ${data.every(row => row.state === 'off') && html`<p class="card">No provider is configured: the offline engine makes every video.</p>`}
    <ul class="list">${data.filter(row => row.state !== 'off').map(row => html`<li class="card stack" key=${row.provider}>
      <div class="row spread"><h2>${row.name}</h2><span class="status ${STATUS[row.state]}">${STATES[row.state]}</span></div>
      ${row.state === 'out' && html`<p class="error">Breaker open (${row.problem}): nothing is sent for ${row.out_for} s, then one request tries it.</p>`}
      <dl><dt>Account</dt><dd>${row.provider}</dd><dt>Key</dt><dd>${row.key}</dd><dt>Models</dt><dd>${row.models || '–'}</dd><dt>Open jobs</dt><dd>${row.in_flight}</dd>
        <dt>Failures in a row</dt><dd>${row.failures}</dd></dl>
      ${row.detail && html`<p class="small">Last error: ${row.detail}</p>`}</li>`)}</ul>
    <details><summary>Providers that are off</summary><table><tbody>${data.filter(row => row.state === 'off').map(row => html`
      <tr><th scope="row">${row.name}</th><td>${row.key}</td></tr>`)}</tbody></table></details>`}<//></section>`;

export const Unresolved = () => html`<section class="admin stack">
  <${Loaded} read=${() => api('admin/unresolved')}>${({ data }, reload) => html`
    <div class="row spread"><h1>Unresolved jobs</h1><button type="button" onClick=${reload}>Refresh</button></div>
    <p class="quiet">Money may have been spent on these jobs, and there is no video of them here.</p>
    ${data.length === 0 && html`<p class="card" role="status">Nothing is unresolved.</p>`}
    <ul class="list wide">${data.map(job => html`<${Job} key=${job.id} job=${job} reload=${reload} />`)}</ul>`}<//></section>`;

function Job({ job, reload }) {
  const [error, setError] = useState(null);
  const [upstreamId, setUpstreamId] = useState(job.attempts.findLast(each => each.upstream_id)?.upstream_id ?? '');
  const [cost, setCost] = useState('');
  const [overBudget, setOverBudget] = useState(false);
  const act = (action, body) => async () => {
    await api(`admin/jobs/${encodeURIComponent(job.id)}/${action}`, { method: 'POST', body });
    await reload();
  };
  return html`<li class="card stack"><div class="row spread"><h2>${job.prompt || 'Video without a prompt'}</h2><${Copy} text=${job.id} label="Copy ID" /></div>
    <dl><dt>Model</dt><dd>${job.model}</dd><dt>Provider</dt><dd>${job.provider}</dd><dt>Price</dt><dd>${usd(job.quote)}</dd><dt>Submitted</dt><dd>${when(job.created_at)}</dd></dl>
    ${job.error && html`<p class="small">${job.error}</p>`}
    <table><thead><tr><th scope="col">Attempt</th><th scope="col">State</th><th scope="col">Began</th><th scope="col">Detail</th></tr></thead><tbody>${job.attempts.map(each => html`
      <tr><td>${each.attempt}</td><td>${each.state}</td><td>${when(each.began_at)}</td><td class="long">${[each.upstream_id, each.detail].filter(Boolean).join(': ')}</td></tr>`)}</tbody></table>
    ${job.other_upstream_ids.length > 0 && html`<p class="small">Other ids at the provider: ${job.other_upstream_ids.join(', ')}</p>`}
    <${Problem} error=${error} />
    <label>The provider's id of this job<input value=${upstreamId} maxlength="500" spellcheck="false" onInput=${event => setUpstreamId(event.target.value)} /></label>
    <label>What the provider charged, in USD, if it is dismissed<input value=${cost} inputmode="decimal" maxlength="20" placeholder="0" onInput=${event => setCost(event.target.value)} /></label>
    ${job.can_resubmit && html`<label class="row"><input type="checkbox" checked=${overBudget} onChange=${event => setOverBudget(event.target.checked)} />Resubmit even if a budget has no room</label>`}
    <div class="row"><${Act} label="Attach" className="primary" disabled=${!upstreamId.trim()} onError=${setError} run=${act('attach', { upstream_id: upstreamId.trim() })} />
      <${Act} label="Dismiss" onError=${setError} run=${act('dismiss', cost.trim() ? { cost: cost.trim() } : undefined)} question=${cost.trim() ? `Did the provider charge $${cost.trim()} for this job? Its key pays that.` : 'Did the provider make and charge nothing for this job? What it reserved is released.'} />
      ${job.can_resubmit && html`<${Act} label="Resubmit and pay" className="danger" onError=${setError} run=${act('resubmit', { attempt: job.attempt, over_budget: overBudget })} question=${`${job.warning} Pay for another attempt?`} />`}</div></li>`;
}
