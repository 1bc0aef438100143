// The shell: navigation, the key of this tab, and the view that the hash names.
import { html, render, useEffect, useRef, useState } from './vendor/preact-htm.js';
import { api, changes, key, setKey } from './api.js';
import { Dialog, Problem } from './parts.js';
import { views } from './views.js';

const decoded = part => { try { return decodeURIComponent(part); } catch { return part; } };
const route = () => {
  const [path, ...rest] = location.hash.replace(/^#\/?/, '').split('/').map(decoded);
  return { path, rest };
};

const unlessRefused = problem => { if (problem.status !== 401) throw problem; };

function KeyDialog({ why, onClose, onKey }) {
  const submit = event => {
    const field = event.target.elements.key, value = field.value.trim();
    event.preventDefault();
    field.setCustomValidity(/^[!-~]+$/.test(value) ? '' : 'A key has only ASCII characters without blanks.');
    if (field.reportValidity()) onKey(value);
  };
  return html`<${Dialog} title="API key" onClose=${onClose}>
    <form onSubmit=${submit} class="stack">
      ${why && html`<p class=${key() ? 'error' : ''} role="alert">${why}.</p>`}
      <p>The key is kept in this tab only, until the tab is closed.</p>
      <label>Key<input name="key" type="password" autocomplete="off" spellcheck="false" required autofocus
        defaultValue=${key()} onInput=${event => event.target.setCustomValidity('')} /></label>
      <div class="row"><button class="primary">Use key</button>
        ${key() && html`<button type="button" onClick=${() => onKey('')}>Forget key</button>`}</div>
    </form><//>`;
}

const mayShow = (view, session) => !view.shown || Boolean(view.shown(session));

function App() {
  const [session, setSession] = useState({ models: null, account: null, access: null });
  const [at, setAt] = useState(route), [error, setError] = useState(null);
  const [asks, setAsks] = useState(null); // why the dialog is open, '' if the user wants it
  const [uses, setUses] = useState(0); // of keys: each shows the view anew
  const closed = useRef(null); // the key for which the dialog was closed: it does not come back by itself
  const load = async () => {
    setError(null);
    try {
      const [models, listed, account, access] = await Promise.all([
        api('videos/models'), api('models?output_modalities=video'),
        api('key').catch(unlessRefused), api('admin/access').catch(unlessRefused),
      ]);
      const inputs = Object.fromEntries(listed.data.map(({ id, architecture }) =>
        [id, architecture.input_modalities.filter(kind => kind !== 'text')]));
      setSession({ models: models.data, inputs, account: account?.data ?? null, access: access?.data ?? null });
    } catch (problem) { setError(problem); }
  };
  useEffect(() => {
    const turn = () => setAt(route());
    const refuse = event => { if (closed.current !== key()) setAsks(event.detail); };
    const want = () => setAsks('');
    const move = () => { turn(); document.getElementById('main').focus(); };
    addEventListener('hashchange', move);
    changes.addEventListener('refused', refuse);
    changes.addEventListener('wanted', want);
    turn(); // the hash may have changed since the first rendering
    load();
  }, []);
  const close = () => { closed.current = key(); setAsks(null); };
  const use = value => { closed.current = null; setKey(value); setAsks(null); setUses(uses + 1); load(); };
  const shown = views.filter(view => view.title && mayShow(view, session));
  const view = views.find(each => each.path === at.path && mayShow(each, session)) ?? views[0];
  useEffect(() => { document.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }); }, [view, shown.length]);
  useEffect(() => { document.title = view.title ? `${view.title} · Rushes` : 'Rushes'; }, [view]);
  return html`
    <a class="skip" href="#main" onClick=${event => { event.preventDefault(); document.getElementById('main').focus(); }}>
      Skip to content</a>
    <header class="bar"><a class="brand" href="#/" aria-label="Rushes"><i class="mark" aria-hidden="true"></i><span>Rushes</span></a>
      <nav aria-label="Views">${shown.map(each => html`
        <a href="#/${each.path}" aria-current=${each === view ? 'page' : null}>${each.title}</a>`)}
        <a class="api" href="docs">API</a></nav>
      <button type="button" onClick=${() => setAsks('')}>${key() ? 'Key set' : 'Key'}</button>
    </header>
    <main id="main" tabindex="-1">
      <${Problem} error=${error}><button type="button" onClick=${load}>Try again</button><//>
      ${session.models ? html`<${view.View} key=${`${at.path} ${uses}`} session=${session} rest=${at.rest} />`
        : !error && html`<p class="quiet center" role="status">Loading…</p>`}
    </main>
    ${asks !== null && html`<${KeyDialog} why=${asks} onClose=${close} onKey=${use} />`}`;
}

const root = document.getElementById('app'); root.replaceChildren();
render(html`<${App} />`, root);
