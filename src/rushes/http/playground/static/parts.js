// Small components that several views share.
import { html, useEffect, useRef, useState } from './vendor/preact-htm.js';

export const money = amount =>
  amount == null ? 'unknown' : `$${amount.toFixed(amount && amount < 0.1 ? 4 : 2)}`;

/** Show another view: `go('jobs', id)`. */
export const go = (...parts) => { location.hash = `#/${parts.map(encodeURIComponent).join('/')}`; };

/** An error, with what to do about it; nothing without one. */
export const Problem = ({ error, children }) => error && html`
  <div class="problem" role="alert"><p>${error.message}</p>${children}</div>`;

export const Status = ({ status }) => html`<span class="status ${status}">${status.replace('_', ' ')}</span>`;

/** A button that copies text; its label says so for a moment. */
export function Copy({ text, label }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'function' ? await text() : text);
      setSaid('Copied');
    } catch (error) { setSaid('Could not copy'); }
    setTimeout(() => setSaid(''), 2000);
  };
  return html`<button type="button" onClick=${copy}><span aria-live="polite">${said || label}</span></button>`;
}

/** A modal dialog; `onClose` is called however it is closed. */
export function Dialog({ title, onClose, children }) {
  const element = useRef();
  useEffect(() => { element.current.showModal(); }, []);
  return html`<dialog ref=${element} onClose=${onClose} aria-label=${title}>
    <header><h2>${title}</h2>
      <button type="button" class="plain" aria-label="Close" onClick=${() => element.current.close()}>✕</button>
    </header>${children}</dialog>`;
}
