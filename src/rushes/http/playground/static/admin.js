// What the views of operators share.
import { html, useEffect, useState } from './vendor/preact-htm.js';
import { Problem, time } from './parts.js';

export const usd = amount => amount == null ? '–' : `$${amount.toFixed(2)}`;
export const when = value => time(value) ?? 'never';

/** What `read` returns, given to the one child; `children` may call its second argument to read again. */
export function Loaded({ read, children }) {
  const [data, setData] = useState(null), [error, setError] = useState(null);
  const load = async () => {
    setError(null);
    try { setData(await read()); } catch (problem) { setError(problem); }
  };
  useEffect(() => { load(); }, []);
  const show = Array.isArray(children) ? children.find(child => typeof child === 'function') : children;
  return html`<${Problem} error=${error}><button type="button" onClick=${load}>Try again</button><//>
    ${data ? show(data, load) : !error && html`<p class="quiet center" role="status">Loading…</p>`}`;
}

export const Pick = ({ label, value, options, onPick }) => html`<label class="pick">${label}
  <select value=${value} onChange=${event => onPick(event.target.value)}>
    ${Object.entries(options).map(([key, text]) => html`<option value=${key}>${text}</option>`)}</select></label>`;

/** A button that does something with the service; while it does, it cannot be pressed again. */
export function Act({ label, run, className, onError, question, disabled }) {
  const [isBusy, setBusy] = useState(false);
  const act = async () => {
    if (isBusy || question && !confirm(question)) return;
    setBusy(true);
    onError(null);
    try { await run(); } catch (problem) { onError(problem); }
    setBusy(false);
  };
  return html`<button type="button" class=${className} aria-disabled=${isBusy ? 'true' : null} disabled=${disabled} onClick=${act}>${label}</button>`;
}
