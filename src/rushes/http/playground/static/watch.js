// Watch: one job, followed until its end.
import { html, useEffect, useState } from './vendor/preact-htm.js';
import { api, follow, isEnded } from './api.js';
import { reuse } from './draft.js';
import { Player } from './player.js';
import { Copy, money, Problem, randomSeed, SCROLLS, Status, time, Trouble } from './parts.js';

const AGAIN = { failed: 'Retry', cancelled: 'Start again', expired: 'Retry' };

export function Watch({ session, rest: [id = ''] }) {
  const [job, setJob] = useState(null), [tries, setTries] = useState(0), [cancelling, setCancelling] = useState(false);
  const [error, setError] = useState(null), [trouble, setTrouble] = useState(null);
  useEffect(() => {
    const stop = new AbortController();
    setJob(null);
    setError(null);
    follow(id, setJob, setTrouble, stop.signal).catch(problem => stop.signal.aborted || setError(problem));
    return () => stop.abort();
  }, [id, tries]);
  const ahead = useAhead(job);
  useEffect(() => { if (job) document.title = `${job.status.replace('_', ' ')}: ${job.rushes?.prompt ?? id}`; }, [job]);
  const cancel = async () => {
    setCancelling(true);
    try { setJob(await api(`videos/${id}/cancel`, { method: 'POST' })); } catch (problem) { setError(problem); }
    setCancelling(false);
  };
  const again = changes => reuse(id, changes).catch(setError);
  if (!job) return error
    ? html`<${Problem} error=${error}><button type="button" onClick=${() => setTries(tries + 1)}>Try again</button><//>`
    : trouble ? html`<${Trouble} error=${trouble} />` : html`<p class="quiet center" role="status">Loading…</p>`;
  const { rushes: facts = {}, status } = job, canContinue = session.models.find(each => each.id === facts.model)?.rushes?.continuation;
  return html`<div class="watch"><section class="stack" aria-label="Video">
      <${Problem} error=${error} />
      <${Trouble} error=${trouble} />
      ${status === 'completed'
        ? html`<${Player} key=${id} job=${job} onFrame=${frames => again({ seed: '', frame_images: frames, previous_job_id: '' })}
            onVary=${() => again({ seed: randomSeed() })} onContinue=${canContinue && (() => again({ previous_job_id: id, frame_images: [], input_references: [], seed: '' }))} />`
        : html`<div class="card stage"><${Stage} job=${job} ahead=${ahead} /></div>`}
      <div class="row">
        ${!isEnded(job) && html`<button type="button" class="danger" disabled=${cancelling || !!facts.cancellation} onClick=${cancel}>
          ${cancelling || facts.cancellation ? 'Cancelling…' : 'Cancel'}</button>`}
        ${AGAIN[status] && html`<button type="button" class="primary" onClick=${() => again({})}>${AGAIN[status]}</button>`}</div>
    </section>
    <aside class="card stack"><div class="row spread"><span role="status"><${Status} status=${status} /></span><a href="#/details/${id}">Details</a><${Copy} label="Copy ID" text=${id} /></div>
      <h1 class="prompt" dir="auto" tabindex=${facts.prompt?.length > SCROLLS ? 0 : null}>${facts.prompt ?? 'Video without a prompt'}</h1>
      <dl>${rows(job).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></aside></div>`;
}

function rows(job) {
  const { rushes: facts = {}, usage } = job;
  return [['Model', facts.model], ['Endpoint', facts.provider], ['Attempt', facts.attempts?.length ?? 1], ['Frame', facts.size?.replace('x', ' × ')],
    ['Length', facts.duration && `${+facts.duration.toFixed(2)} s`], ['Sound', facts.audio == null ? null : facts.audio ? 'on' : 'off'], ['Seed', facts.seed],
    ['Cost', usage?.cost == null ? null : usage.cost ? money(usage.cost) : 'free'],
    ['Drawn', facts.drawn?.scene], ['Not drawn', facts.drawn?.not_drawn?.join(', ')], ['Submitted', time(facts.created_at)], ['Link works until', time(job.expires_at)]].filter(([, value]) => value != null && value !== '');
}

function Stage({ job, ahead }) {
  const { rushes: facts = {}, status } = job;
  if (isEnded(job)) return html`<div class="stack" role="alert"><h2>${status === 'cancelled' ? 'Cancelled' : status === 'expired' ? 'Expired' : 'Failed'}</h2>
    <p>${status === 'cancelled' ? 'No video was made.' : job.error ?? 'The service gave no reason.'}</p></div>`;
  const percent = Math.round((facts.progress ?? 0) * 100);
  const waiting = ahead ? `Waiting: ${ahead} of your videos ${ahead === 1 ? 'is' : 'are'} before this one` : 'Waiting for its turn';
  return html`<div class="stack"><p role="status">${status === 'pending' ? waiting : 'Making the video'}</p>
    <progress value=${percent} max="100" aria-label="Progress"></progress><p class="quiet small">${percent} %</p>
    ${facts.delay_reason && html`<p class="note">${facts.delay_reason}</p>`}</div>`;
}

/** How many jobs that this key sees are waiting before a job. */
function useAhead(job) {
  const [ahead, setAhead] = useState(0);
  const isPending = job?.status === 'pending';
  useEffect(() => {
    if (!isPending) return undefined;
    const stop = new AbortController();
    const look = () => api('videos?status=pending&limit=100', { signal: stop.signal }).then(
      page => setAhead(page.data.filter(each => each.rushes.created_at < job.rushes.created_at).length), () => {});
    look();
    const timer = setInterval(look, 2000);
    return () => { clearInterval(timer); stop.abort(); };
  }, [isPending]);
  return ahead;
}
