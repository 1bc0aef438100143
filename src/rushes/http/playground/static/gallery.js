// Gallery: the jobs that this key sees, newest first.
import { html, useEffect, useRef, useState } from './vendor/preact-htm.js';
import { api, isEnded } from './api.js';
import { reuse } from './draft.js';
import { Dialog, Problem, Status } from './parts.js';
import { Poster, useInView } from './pictures.js';

const PAGE = 24;
const LOOK = 3000; // milliseconds between two looks at open jobs
const STATUSES = ['pending', 'in_progress', 'completed', 'failed', 'cancelled', 'expired'];
const moves = matchMedia('(prefers-reduced-motion: no-preference)');
let kept = null; // what was shown, for when the user comes back to it

export function Gallery({ session }) {
  const back = useRef(kept?.session === session ? kept : null);
  const [filter, setFilter] = useState(back.current?.filter ?? { status: '', model: '', text: '' });
  const [jobs, setJobs] = useState(back.current?.jobs ?? []);
  const [cursor, setCursor] = useState(back.current?.cursor ?? ''); // of the next page; null after the last
  const [error, setError] = useState(null), [said, setSaid] = useState('');
  const [chosen, setChosen] = useState(null); // the job that is to be deleted
  const end = useRef(), busy = useRef(null);
  const { status, model } = filter;
  const load = async from => {
    if (busy.current || from === null) return;
    const stop = busy.current = new AbortController();
    setError(null);
    const query = new URLSearchParams({ limit: PAGE, ...(status && { status }), ...(model && { model }), ...(from && { cursor: from }) });
    try {
      const page = await api(`videos?${query}`, { signal: stop.signal });
      if (stop.signal.aborted) return;
      const isJoined = back.current?.jobs.some(job => job.id === page.data.at(-1)?.id);
      setJobs(all => from ? merged(all, page.data) : isJoined ? merged(page.data, all) : page.data);
      if (from || !isJoined) setCursor(page.has_more ? page.next_cursor : null);
    } catch (problem) { if (!stop.signal.aborted) setError(problem); }
    if (busy.current === stop) busy.current = null;
  };
  useEffect(() => {
    if (back.current) scrollTo(0, back.current.y); else { setJobs([]); setCursor(''); }
    load('').then(() => { back.current = null; });
    return () => { busy.current?.abort(); busy.current = null; };
  }, [status, model]);
  // Again after each page: the end may still be in view.
  useInView(end, isSeen => isSeen && cursor && !error && load(cursor), [cursor, error, jobs.length]);
  const open = jobs.filter(job => !isEnded(job)).slice(0, 10).map(job => job.id).join();
  useEffect(() => {
    if (!open) return undefined;
    const stop = new AbortController();
    const timer = setInterval(async () => {
      const now = await Promise.all(open.split(',').map(id => api(`videos/${id}`, { signal: stop.signal }).catch(() => null)));
      if (!stop.signal.aborted) setJobs(all => all.map(job => now.find(each => each?.id === job.id) ?? job));
    }, LOOK);
    return () => { clearInterval(timer); stop.abort(); };
  }, [open]);
  const change = async (job, work, then) => {
    setChosen(null);
    try { then(await work()); } catch (problem) { setSaid(''); setError(problem); }
  };
  const remove = job => change(job, () => api(`videos/${job.id}`, { method: 'DELETE' }), () => {
    setJobs(all => all.filter(each => each.id !== job.id));
    setSaid('Deleted');
    document.getElementById('main').focus();
  });
  const cancel = job => change(job, () => api(`videos/${job.id}/cancel`, { method: 'POST' }), now =>
    setJobs(all => all.map(each => each.id === job.id ? now : each)));
  const words = filter.text.toLowerCase().split(/\s+/);
  const shown = jobs.filter(job => words.every(word => (job.rushes?.prompt ?? '').toLowerCase().includes(word)));
  const set = event => setFilter({ ...filter, [event.target.name]: event.target.value });
  const isFiltered = status || model || filter.text;
  const keep = () => { kept = { session, filter, jobs, cursor, y: scrollY }; };
  return html`<section class="gallery stack" aria-label="Gallery" onClick=${keep}>
    <div class="row spread"><h1>Gallery</h1><p class="quiet small" role="status">${said}</p></div>
    <form class="filters" role="search" onSubmit=${event => event.preventDefault()}>
      <label>Prompt<input name="text" type="search" placeholder="Words of the prompt" value=${filter.text} onInput=${set} /></label>
      <label>State<select name="status" value=${status} onChange=${set}><option value="">All</option>
        ${STATUSES.map(each => html`<option value=${each}>${each.replace('_', ' ')}</option>`)}</select></label>
      <label>Model<select name="model" value=${model} onChange=${set}><option value="">All</option>
        ${session.models.map(each => html`<option value=${each.id}>${each.name ?? each.id}</option>`)}</select></label></form>
    <ul class="cards">${shown.map(job => html`<${Card} key=${job.id} job=${job} onDelete=${() => setChosen(job)} onCancel=${() => cancel(job)}
      onRetry=${() => change(job, () => reuse(job.id), () => {})} />`)}</ul>
    <${Problem} error=${error}><button type="button" onClick=${() => load(cursor)}>Try again</button><//>
    ${cursor === null && !shown.length && !error && html`<div class="card center stack">
      <p>${isFiltered ? 'Nothing matches these filters.' : 'There are no videos yet.'}</p>
      ${!isFiltered && html`<p><a class="button primary" href="#/">Create a video</a></p>`}</div>`}
    <p ref=${end} class="quiet center" role="status">${cursor !== null && !error ? 'Loading…' : ''}</p>
    ${chosen && html`<${Dialog} title="Delete this video?" onClose=${() => setChosen(null)}><div class="stack">
      <p>${chosen.rushes?.prompt ?? chosen.id}</p>
      <p class="quiet">${isEnded(chosen) ? 'The video is removed from the service.' : 'The job is cancelled first.'} This cannot be undone.</p>
      <div class="row"><button type="button" class="danger" onClick=${() => remove(chosen)}>Delete</button>
        <button type="button" autofocus onClick=${() => setChosen(null)}>Keep</button></div></div><//>`}</section>`;
}

const merged = (jobs, more) => [...jobs, ...more.filter(job => !jobs.some(each => each.id === job.id))];

function Card({ job, onDelete, onCancel, onRetry }) {
  const [isOver, setOver] = useState(false);
  const { rushes: facts = {}, status, id } = job;
  const prompt = facts.prompt ?? 'Video without a prompt';
  const over = is => () => setOver(is && moves.matches);
  return html`<li class="card" onMouseEnter=${over(true)} onMouseLeave=${over(false)}>
    <a href="#/jobs/${id}" onFocus=${over(true)} onBlur=${over(false)}>
      ${status === 'completed' ? html`<${Poster} id=${id} moves=${isOver} />`
        : html`<span class="frame">${isEnded(job) ? html`<span class="small reason">${job.error ?? 'No video was made.'}</span>`
          : html`<progress value=${facts.progress ?? 0} max="1" aria-label="Progress"></progress>`}</span>`}
      <span class="prompt" dir="auto">${prompt}</span></a>
    <div class="row spread small"><span class="quiet">${facts.model}<br />
      ${facts.created_at && new Date(facts.created_at * 1000).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}</span>
      ${status !== 'completed' && html`<${Status} status=${status} />`}</div>
    <div class="row small"><a href="#/details/${id}" aria-label=${`Details of ${prompt}`}>Details</a>
      ${!isEnded(job) && html`<button type="button" class="plain" disabled=${!!facts.cancellation} onClick=${onCancel}
        aria-label=${`Cancel ${prompt}`}>${facts.cancellation ? 'Cancelling…' : 'Cancel'}</button>`}
      ${['failed', 'expired', 'cancelled'].includes(status) && html`<button type="button" class="plain" onClick=${onRetry} aria-label=${`Retry ${prompt}`}>Retry</button>`}
      <button type="button" class="plain danger" onClick=${onDelete} aria-label=${`Delete ${prompt}`}>Delete</button></div></li>`;
}
