// Create: a prompt and a model make a job.
import { html, useState } from './vendor/preact-htm.js';
import { api } from './api.js';
import { go, Problem } from './parts.js';

export function Compose({ session }) {
  const [error, setError] = useState(null);
  const submit = async event => {
    event.preventDefault();
    const { model, prompt } = Object.fromEntries(new FormData(event.target));
    try {
      go('jobs', (await api('videos', { method: 'POST', body: { model, prompt } })).id);
    } catch (problem) { setError(problem); }
  };
  return html`<form class="card stack" onSubmit=${submit}>
    <h1>Create a video</h1>
    <${Problem} error=${error} />
    <label>Model<select name="model">${session.models.map(each => html`
      <option value=${each.id}>${each.name}</option>`)}</select></label>
    <label>Prompt<textarea name="prompt" rows="4" required></textarea></label>
    <button class="primary">Generate</button></form>`;
}
