// Small components that several views share.
import { html, useEffect, useRef, useState } from './vendor/preact-htm.js';
import { changes } from './api.js';

export const money = amount =>
  amount == null ? 'unknown' : `$${amount.toFixed(4).replace(/0{1,2}$/, '')}`;

/** A moment, given as unix seconds or ISO text. */
export const time = value => value == null ? null : new Date(typeof value === 'number' ? value * 1000 : value).toLocaleString();

export const SCROLLS = 400; // characters of a prompt from which a keyboard may have to scroll it

/** Show another view: `go('jobs', id)`. */
export const go = (...parts) => { location.hash = `#/${parts.map(encodeURIComponent).join('/')}`; };

const random = count => [...crypto.getRandomValues(new Uint32Array(count))];
export const randomSeed = () => random(1)[0] % 2 ** 31;
export const randomText = () => random(4).map(n => n.toString(36)).join('');

/** An error, with what to do about it; nothing without one. */
export const Problem = ({ error, children }) => error && html`
  <div class="problem" role="alert"><p>${error.message}</p>${error.status === 401 ? html`
    <button type="button" onClick=${() => changes.dispatchEvent(new Event('wanted'))}>Enter a key</button>` : children}</div>`;

/** What keeps a view from the service, while it tries again. */
export const Trouble = ({ error }) => error && html`<p class="note" role="status">${error.message.replace(/\.$/, '')}. Trying again…</p>`;

export const Status = ({ status }) => html`<span class="status ${status}">${status.replace('_', ' ')}</span>`;

/** Browsers have `navigator.clipboard` for https and localhost only. */
async function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = Object.assign(document.createElement('textarea'), { value: text, readOnly: true });
  document.body.append(area);
  area.select();
  const isDone = document.execCommand('copy');
  area.remove();
  if (!isDone) throw new Error('copying was refused');
  return undefined;
}

/** A button that copies text; its label says so for a moment. */
export function Copy({ text, label }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await copyText(text);
      setSaid('Copied');
    } catch (error) { setSaid('Could not copy'); }
    setTimeout(() => setSaid(''), 2000);
  };
  return html`<button type="button" onClick=${copy}><span aria-live="polite">${said || label}</span></button>`;
}

/** A modal dialog; `onClose` is called however it is closed. */
export function Dialog({ title, onClose, wide, children }) {
  const element = useRef();
  useEffect(() => { element.current.showModal(); }, []);
  return html`<dialog ref=${element} class=${wide ? 'wide' : ''} onClose=${onClose} aria-label=${title}>
    <header><h2>${title}</h2>
      <button type="button" class="plain" aria-label="Close" onClick=${() => element.current.close()}>✕</button>
    </header>${children}</dialog>`;
}
