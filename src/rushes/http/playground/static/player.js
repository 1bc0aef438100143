// The player of a completed video, and what one does with it next.
import { html, useEffect, useRef, useState } from './vendor/preact-htm.js';
import { send } from './api.js';
import { frame } from './draft.js';
import { Copy, Problem } from './parts.js';

const NEAR_END = 0.01; // seconds before the end, where the last frame is shown

export function Player({ job, onFrame, onVary, onContinue }) {
  const [source, setSource] = useState(null), [error, setError] = useState(null), [tries, setTries] = useState(0);
  const [isLooping, setLooping] = useState(true);
  const [index, setIndex] = useState(0); // of the job's videos
  const video = useRef();
  // Fetched with the key: the URL of a player cannot carry one. A blob also seeks at once.
  useEffect(() => {
    const stop = new AbortController();
    let address;
    setError(null);
    setSource(null);
    send(`videos/${job.id}/content?index=${index}`, { signal: stop.signal }).then(response => response.blob()).then(blob => {
      address = URL.createObjectURL(blob);
      setSource(address);
    }).catch(problem => stop.signal.aborted || setError(problem));
    return () => { stop.abort(); if (address) URL.revokeObjectURL(address); };
  }, [job.id, index, tries]);
  const fps = job.rushes?.report?.fps ?? 24;
  const step = frames => {
    video.current.pause();
    video.current.currentTime = Math.min(Math.max(0, video.current.currentTime + frames / fps), video.current.duration);
  };
  const keys = event => { if (event.key === ',' || event.key === '.') step(event.key === ',' ? -1 : 1); };
  const lastFrame = async () => {
    try { onFrame([frame('first_frame', await pictureOfEnd(video.current))]); } catch (problem) { setError(problem); }
  };
  const link = (job.urls ?? job.unsigned_urls)?.[index];
  const videos = job.unsigned_urls ?? [];
  return html`<div class="player stack" onKeyDown=${keys}>
    <${Problem} error=${error}><button type="button" onClick=${() => setTries(tries + 1)}>Try again</button><//>
    ${source ? html`<video ref=${video} src=${source} controls autoplay muted playsinline loop=${isLooping}
      aria-label=${job.rushes?.prompt ?? 'Video'} onError=${() => setError(new Error('This browser cannot play the video. Download it instead.'))}></video>`
      : !error && html`<div class="card stage"><p role="status">Loading the video…</p></div>`}
    ${videos.length > 1 && html`<div class="row" role="group" aria-label="Videos of this job">${videos.map((_, at) => html`
      <button type="button" aria-pressed=${String(at === index)} onClick=${() => setIndex(at)}>Video ${at + 1}</button>`)}</div>`}
    ${source && html`<div class="row" role="group" aria-label="Player">
      <button type="button" aria-pressed=${String(isLooping)} onClick=${() => setLooping(!isLooping)}>Loop</button>
      <button type="button" aria-label="Previous frame" title="Previous frame (,)" onClick=${() => step(-1)}>‹ Frame</button>
      <button type="button" aria-label="Next frame" title="Next frame (.)" onClick=${() => step(1)}>Frame ›</button>
      <a class="button" href=${source} download=${`${job.id}${index ? `-${index + 1}` : ''}.mp4`}>Download</a>
      ${link && html`<${Copy} label="Copy link" text=${link} />`}</div>
      <div class="row" role="group" aria-label="Make another">
      <button type="button" onClick=${lastFrame}>Use last frame as first frame</button>
      <button type="button" onClick=${onVary}>Vary seed</button>
      ${onContinue && html`<button type="button" onClick=${onContinue}>Continue</button>`}</div>`}</div>`;
}

/** The last frame as a data URL. */
async function pictureOfEnd(video) {
  video.pause();
  const shown = new Promise((resolve, reject) => {
    video.addEventListener('seeked', resolve, { once: true });
    video.addEventListener('error', () => reject(new Error('The last frame cannot be read')), { once: true });
  });
  video.currentTime = Math.max(0, video.duration - NEAR_END);
  await shown;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: video.videoWidth, height: video.videoHeight });
  canvas.getContext('2d').drawImage(video, 0, 0);
  return canvas.toDataURL('image/jpeg', 0.95);
}
