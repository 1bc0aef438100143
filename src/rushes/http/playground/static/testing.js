// What the test kit saw, and what it will do to requests.
import { html, useState } from './vendor/preact-htm.js';
import { api } from './api.js';
import { Act, Loaded, when } from './admin.js';
import { Problem } from './parts.js';

const KIT = '../../rushes/';
const NEWEST = 200;
const label = rule => rule.name || Object.keys(rule).filter(name => ['response', 'job', 'poll', 'content', 'webhook'].includes(name)).join(', ');

export function Requests() {
  const [all, setAll] = useState(false);
  return html`<section class="admin stack"><${Loaded} read=${() => api(`${KIT}requests`)}>${({ requests }, reload) => {
    const shown = requests.filter(each => all || each.method !== 'GET').slice(-NEWEST).reverse();
    return html`<div class="row spread"><h1>Requests</h1><div class="row">
        <label class="row"><input type="checkbox" checked=${all} onChange=${event => setAll(event.target.checked)} />Reads too</label>
        <button type="button" onClick=${reload}>Refresh</button></div></div>
      ${shown.length === 0 ? html`<p class="card" role="status">No requests yet.</p>` : html`<ul class="list wide">${shown.map(each => html`
        <li class="card"><details><summary><b>${each.method}</b> <code>${each.path}</code> <span class="status ${each.status >= 400 || !each.status ? 'failed' : 'completed'}">${each.status || 'no response'}</span>
          ${each.scenario && html` <span class="status">${each.scenario}</span>`} <span class="quiet small">${when(each.at)}</span></summary>
          <pre tabindex="0">${JSON.stringify(each.body ?? null, null, 2)}</pre>${each.response && html`<pre tabindex="0">${each.response}</pre>`}</details></li>`)}</ul>`}`;
  }}<//></section>`;
}

export function Scenarios() {
  const [error, setError] = useState(null);
  return html`<section class="admin stack"><${Loaded} read=${() => Promise.all([api(`${KIT}scenarios`), api(`${KIT}clock`)])}>${([{ scenarios, names }, { now }], reload) => {
    const add = async event => {
      event.preventDefault();
      const form = event.target, given = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
      if (given.value) try { given.value = JSON.parse(given.value); } catch { /* it is a text */ }
      if (given.times) given.times = Number(given.times);
      setError(null);
      try {
        await api(`${KIT}next`, { method: 'POST', body: given });
        form.reset();
        await reload();
      } catch (problem) { setError(problem); }
    };
    return html`<div class="row spread"><h1>Scenarios</h1><${Act} label="Remove all" className="danger" onError=${setError}
        run=${async () => { await api(`${KIT}scenarios`, { method: 'DELETE' }); await reload(); }} /></div>
      <${Problem} error=${error} />
      <form class="card stack" onSubmit=${add} aria-label="Add a scenario"><div class="fields">
        <label>Scenario<input name="name" required placeholder="failed, rate_limited, slow…" list="names" autocomplete="off" /></label>
        <datalist id="names">${Object.entries(names).map(([name, meaning]) => html`<option value=${name}>${meaning}</option>`)}</datalist><label>Value<input name="value" placeholder="its default" /></label>
        <label>Requests<input name="times" type="number" min="1" placeholder="1" /></label><label>Model<input name="model" placeholder="any, or google/*" /></label>
        <label>Prompt contains<input name="prompt" placeholder="anything" /></label></div><div class="row"><button class="primary">Add</button></div></form>
      ${scenarios.length === 0 ? html`<p class="card" role="status">No scenarios: every request succeeds.</p>` : html`<ul class="list wide">${scenarios.map(rule => html`
        <li class="card row spread" key=${rule.id}><b>${label(rule)}</b><span class="quiet">${rule.kind}, used ${rule.used}${rule.times ? ` of ${rule.times}` : ''}</span></li>`)}</ul>`}
      <div class="card row spread"><span>Clock: ${when(now)}</span><span class="row">${[['1 minute', 60], ['1 hour', 3600], ['1 day', 86400]].map(([text, seconds]) => html`
        <${Act} label=${`+ ${text}`} onError=${setError} run=${async () => { await api(`${KIT}clock`, { method: 'POST', body: { advance: seconds } }); await reload(); }} />`)}</span></div>`;
  }}<//></section>`;
}
