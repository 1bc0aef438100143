// Keys: list, create, limit, rotate and revoke. The text of a key is shown once and not kept.
import { html, useState } from './vendor/preact-htm.js';
import { api } from './api.js';
import { Act, Loaded, usd, when } from './admin.js';
import { Copy, Dialog, Problem } from './parts.js';

const RESETS = { '': 'in all', daily: 'a day', weekly: 'a week', monthly: 'a month' };
const NUMBERS = [['max_open_jobs', 'Open jobs at most'], ['submits_per_minute', 'Submits a minute'], ['polls_per_minute', 'Other requests a minute']];
const path = key => `keys/${encodeURIComponent(key.hash)}`;

export function Keys() {
  const [asks, setAsks] = useState(null); // a key to change, or {} for a new one
  const [made, setMade] = useState(null), [error, setError] = useState(null);
  return html`<section class="admin stack"><${Loaded} read=${readAll}>${(keys, reload) => html`
    <div class="row spread"><h1>API keys</h1><button type="button" class="primary" onClick=${() => setAsks({})}>Create key</button></div>
    <${Problem} error=${error} />
    <ul class="list">${keys.map(key => html`<li class="card" key=${key.hash}>
      <div class="row spread"><h2>${key.name}</h2><span class="row">${key.rushes.admin && html`<span class="status">admin</span>`}
        ${key.disabled && html`<span class="status retired">disabled</span>`}</span></div>
      <code>${key.label}</code>
      <dl><dt>Spent</dt><dd>${usd(key.usage)}</dd>
        <dt>Budget</dt><dd>${key.limit == null ? 'none' : `${usd(key.limit)} ${RESETS[key.limit_reset ?? '']}, ${usd(key.limit_remaining)} left`}</dd>
        <dt>Last used</dt><dd>${when(key.last_used_at)}</dd><dt>Expires</dt><dd>${when(key.expires_at)}</dd></dl>
      <div class="row"><button type="button" onClick=${() => setAsks(key)}>Change</button>
        <${Act} label="Rotate" onError=${setError} question=${`Replace the key ${key.name} by a new one? The present one works for another day.`}
          run=${async () => { setMade((await api(`${path(key)}/rotate`, { method: 'POST', body: {} })).key); await reload(); }} />
        <${Act} label="Revoke" className="danger" onError=${setError} question=${`Revoke the key ${key.name}? Programs that use it stop working at once. This cannot be undone.`}
          run=${async () => { await api(path(key), { method: 'DELETE' }); await reload(); }} /></div></li>`)}</ul>
    ${asks && html`<${KeyForm} of=${asks} onClose=${() => setAsks(null)}
      onDone=${answer => { setAsks(null); setMade(answer.key ?? null); reload(); }} />`}
    ${made && html`<${Dialog} title="New key" onClose=${() => setMade(null)}><div class="stack">
      <p>Copy it now: it is shown this once.</p><pre data-testid="new-key">${made}</pre>
      <div class="row"><${Copy} text=${made} label="Copy key" /></div></div><//>`}`}<//></section>`;
}

async function readAll() {
  const found = [];
  for (let size = 1; size;) {
    const { data } = await api(`keys?include_disabled=true&include_expired=true&offset=${found.length}`);
    found.push(...data);
    size = data.length === 100;
  }
  return found;
}

function KeyForm({ of, onClose, onDone }) {
  const [error, setError] = useState(null), [isBusy, setBusy] = useState(false);
  const facts = of.rushes ?? {};
  const submit = async event => {
    event.preventDefault();
    if (isBusy) return;
    const given = new FormData(event.target);
    const number = name => given.get(name) === '' ? null : Number(given.get(name));
    const body = { name: given.get('name').trim(), admin: given.has('admin'), ...Object.fromEntries(NUMBERS.map(([name]) => [name, number(name)])) };
    // Other budgets that were set elsewhere stay as they are, unless this one is changed.
    const [limit, reset] = [number('limit'), given.get('reset') || null];
    if (limit !== (of.limit ?? null) || reset !== (of.limit_reset ?? null)) Object.assign(body, { limit, limit_reset: limit == null ? null : reset });
    if (of.hash) body.disabled = given.has('disabled');
    setBusy(true);
    try { onDone(await api(of.hash ? path(of) : 'keys', { method: of.hash ? 'PATCH' : 'POST', body })); } catch (problem) { setError(problem); setBusy(false); }
  };
  return html`<${Dialog} title=${of.hash ? `Change ${of.name}` : 'Create key'} onClose=${onClose}><form class="stack" onSubmit=${submit}>
    <${Problem} error=${error} />
    <label>Name<input name="name" required maxlength="100" defaultValue=${of.name ?? ''} autofocus /></label>
    <div class="pair"><label>Budget in USD<input name="limit" type="number" min="0" step="any" placeholder="none" defaultValue=${of.limit ?? ''} /></label>
      <label>Period<select name="reset">${Object.entries(RESETS).map(([value, text]) =>
        html`<option value=${value} selected=${value === (of.limit_reset ?? '')}>${text}</option>`)}</select></label></div>
    ${NUMBERS.map(([name, label]) => html`<label>${label}<input name=${name} type="number" min="1" step="1" placeholder="no limit of its own" defaultValue=${facts[name] ?? ''} /></label>`)}
    <label class="row"><input type="checkbox" name="admin" defaultChecked=${facts.admin} />Admin: may manage keys, and sees all spending</label>
    ${of.hash && html`<label class="row"><input type="checkbox" name="disabled" defaultChecked=${of.disabled} />Disabled</label>`}
    <div class="row"><button class="primary" aria-disabled=${isBusy ? 'true' : null}>${of.hash ? 'Save' : 'Create'}</button></div></form><//>`;
}
