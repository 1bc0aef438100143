// The model picker: a button that shows the model, and a dialog that finds another one.
import { html, useState } from './vendor/preact-htm.js';
import { Dialog, money, Status } from './parts.js';

/** USD per second of the cheapest variant; null where the price has another unit. */
export function price(model) {
  const known = Object.entries(model.pricing_skus ?? {}).flatMap(([name, value]) =>
    /(^|_)duration_seconds/.test(name) ? [+value]
      : /^cents_per_(video_output_)?second/.test(name) ? [value / 100] : []);
  return known.length ? Math.min(...known) : null;
}

const priceText = model => {
  const least = price(model);
  return least == null ? 'priced by size' : least ? `from ${money(least)}/s` : 'free';
};

/** Numbers as ranges: 4–8, 10. */
export const ranges = numbers => [...numbers].sort((a, b) => a - b)
  .reduce((found, n) => {
    const last = found.at(-1);
    if (last && n === last[1] + 1) last[1] = n; else found.push([n, n]);
    return found;
  }, []).map(([a, b]) => a === b ? `${a}` : `${a}–${b}`).join(', ');

export const facts = model => [
  model.supported_durations?.length && `${ranges(model.supported_durations)} s`,
  model.supported_resolutions?.length && `to ${model.supported_resolutions.at(-1)}`,
  model.generate_audio && 'sound',
  model.supported_frame_images?.length && (model.supported_frame_images.length > 1 ? 'first and last frame' : 'first frame'),
  priceText(model),
].filter(Boolean).join(' · ');

const FILTERS = [
  ['duration', 'Length', models => options(models, 'supported_durations', n => [n, `${n} s`]),
    (model, value) => model.supported_durations?.includes(+value)],
  ['resolution', 'Resolution', models => options(models, 'supported_resolutions', r => [r, r]),
    (model, value) => model.supported_resolutions?.includes(value)],
  ['audio', 'Sound', () => [['yes', 'With sound']], model => model.generate_audio],
  ['frames', 'Frames', () => [['first_frame', 'First frame'], ['last_frame', 'Last frame']],
    (model, value) => model.supported_frame_images?.includes(value)],
  ['price', 'Price', () => [0, 0.05, 0.1, 0.2, 0.5].map(n => [n, n ? `≤ ${money(n)}/s` : 'Free']),
    (model, value) => price(model) != null && price(model) <= +value],
  ['status', 'Availability', models => [...new Set(models.map(m => m.rushes?.status))].map(s => [s, s]),
    (model, value) => model.rushes?.status === value],
];
const options = (models, name, label) =>
  [...new Set(models.flatMap(model => model[name] ?? []))].sort((a, b) => parseInt(a) - parseInt(b)).map(label);

export function ModelPicker({ models, model, onPick }) {
  const [open, setOpen] = useState(false);
  return html`<div><span class="label" id="model-label">Model</span>
    <button type="button" id="model" class="model pick" aria-labelledby="model-label model" aria-haspopup="dialog"
      onClick=${() => setOpen(true)}>
      <span><b>${model.name}</b><span class="quiet small">${facts(model)}</span></span>
      <${Status} status=${model.rushes?.status ?? 'live'} /></button>
    ${open && html`<${Chooser} models=${models} model=${model} onClose=${() => setOpen(false)}
      onPick=${each => { setOpen(false); onPick(each); }} />`}</div>`;
}

function Chooser({ models, model, onPick, onClose }) {
  const [text, setText] = useState(''), [wanted, setWanted] = useState({});
  const found = models.filter(each =>
    `${each.id} ${each.name}`.toLowerCase().includes(text.trim().toLowerCase())
    && FILTERS.every(([name, , , fits]) => !wanted[name] || fits(each, wanted[name])));
  return html`<${Dialog} title="Choose a model" onClose=${onClose} wide>
    <div class="stack">
      <input type="search" placeholder="Search by name" aria-label="Search models" autofocus
        value=${text} onInput=${event => setText(event.target.value)} />
      <div class="filters">${FILTERS.map(([name, label, choices]) => html`
        <select aria-label=${label} value=${wanted[name] ?? ''}
          onChange=${event => setWanted({ ...wanted, [name]: event.target.value })}>
          <option value="">${label}</option>
          ${choices(models).map(([value, shown]) => html`<option value=${value}>${shown}</option>`)}</select>`)}</div>
      <p class="quiet small" role="status">${found.length} of ${models.length} models</p>
      <ul class="models">${found.map(each => html`<li key=${each.id}>
        <button type="button" class="model" aria-pressed=${each.id === model.id ? 'true' : 'false'} onClick=${() => onPick(each)}>
          <span><b>${each.name}</b><span class="quiet small">${facts(each)}</span></span>
          <${Status} status=${each.rushes?.status ?? 'live'} /></button></li>`)}</ul>
    </div><//>`;
}
