// Watch: one job, until its end, and its video.
import { html, useEffect, useState } from './vendor/preact-htm.js';
import { follow, send } from './api.js';
import { Problem, Status } from './parts.js';

export function Watch({ rest: [id] }) {
  const [job, setJob] = useState(null);
  const [error, setError] = useState(null);
  const [video, setVideo] = useState(null);
  useEffect(() => {
    const stop = new AbortController();
    follow(id, setJob, setError, stop.signal).catch(problem => stop.signal.aborted || setError(problem));
    return () => stop.abort();
  }, [id]);
  const done = job?.status === 'completed';
  useEffect(() => {
    if (done) send(`videos/${id}/content`).then(response => response.blob())
      .then(blob => setVideo(URL.createObjectURL(blob)), setError);
  }, [done]);
  return html`<div class="card stack"><${Problem} error=${error} />
    ${job && html`<h1>${job.rushes?.prompt ?? 'Video'}</h1><p><${Status} status=${job.status} /></p>
      <progress value=${job.rushes?.progress ?? 0} aria-label="Progress"></progress>`}
    ${video && html`<video src=${video} controls></video>`}</div>`;
}
