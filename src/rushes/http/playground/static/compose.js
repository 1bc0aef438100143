// Create: a form made of what the model takes, its price as it is filled, and the same as code.
import { html, useEffect, useRef, useState } from './vendor/preact-htm.js';
import { api } from './api.js';
import { Code } from './code.js';
import { frame, isDefined, loadDraft, reference, requestFor, saveDraft, url } from './draft.js';
import { kindOf, MediaInput } from './media.js';
import { ModelPicker } from './models.js';
import { go, money, Problem, randomSeed, randomText } from './parts.js';

const PAUSE = 300; // milliseconds without a change, until a price is asked for
const AGAIN = 5000; // milliseconds until it is asked for again after a failure of the service or the network
const CHIPS = 6; // more values than these are a list
const FRAMES = { first_frame: 'First frame', last_frame: 'Last frame' };
const FIELDS = ['prompt', 'duration', 'resolution', 'aspect_ratio', 'size', 'generate_audio', 'seed', 'provider',
  'frame_images', 'input_references', 'previous_job_id', 'upscale_factor', 'creativity'];
const IDEAS = ['A serene mountain landscape at sunset', 'Rain on a city street at night, neon reflections',
  'A paper boat on a calm sea, morning fog'];

export function Compose({ session }) {
  const [draft, setDraft] = useState(loadDraft);
  const [busy, setBusy] = useState(false), [failure, setFailure] = useState(null);
  const sent = useRef({}); // the last request and its idempotency key: nothing is paid for twice
  const model = session.models.find(each => each.id === draft.model)
    ?? session.models.find(each => ['live', 'emulated'].includes(each.rushes?.status)) ?? session.models[0];
  const inputs = session.inputs[model.id] ?? [];
  const [options, optionsProblem] = parsed(draft.options ?? '');
  const request = requestFor({ ...draft, provider: options }, model, inputs);
  const quote = useQuote(request);
  const problem = failure ?? quote.error;
  const at = field => {
    const named = problem?.metadata?.field ?? '';
    return named === field || named.startsWith(`${field}.`) || named.startsWith(`${field}[`) ? problem.message : '';
  };
  const set = changes => {
    setFailure(null);
    setDraft(saveDraft({ ...draft, ...changes }));
  };
  const submit = async event => {
    event?.preventDefault();
    if (busy || optionsProblem) return;
    setBusy(true);
    setFailure(null);
    const text = JSON.stringify(request);
    if (sent.current.text !== text) sent.current = { text, key: randomText() };
    try {
      const headers = { 'Idempotency-Key': sent.current.key };
      const { id } = await api('videos', { method: 'POST', body: request, headers });
      sent.current = {};
      go('jobs', id);
    } catch (error) {
      // Only a refusal: after any other answer the request may have been accepted.
      if (error.status >= 400 && error.status < 500 && ![408, 409, 425, 429].includes(error.status)) sent.current = {};
      setFailure(error);
      setBusy(false);
    }
  };
  const quick = event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event); };
  const frames = model.supported_frame_images ?? [];
  const address = type => { const found = draft.frame_images?.find(each => each.frame_type === type); return found ? url(found) : ''; };
  const setFrame = (type, value) => set({ frame_images: [
    ...(draft.frame_images ?? []).filter(each => each.frame_type !== type), ...(value ? [frame(type, value)] : [])] });
  const references = draft.input_references ?? [];
  const setReference = (index, value) => set({ input_references: value
    ? [...references.slice(0, index), reference(kindOf(value), value), ...references.slice(index + 1)]
    : references.filter((_, i) => i !== index) });
  const known = quote.shown;
  return html`<form class="compose" onSubmit=${submit}><div class="card stack">
      <h1>Create a video</h1>
      <${ModelPicker} models=${session.models} model=${model} onPick=${each => set({ model: each.id })} />
      ${draft.previous_job_id && html`<div><div class="row spread note"><span>Continues <a href="#/jobs/${draft.previous_job_id}">an earlier video</a></span>
        <button type="button" onClick=${() => set({ previous_job_id: '' })}>Start anew</button></div><${Hint} error=${at('previous_job_id')} /></div>`}
      <div><label>Prompt<textarea name="prompt" dir="auto" rows="4" value=${draft.prompt ?? ''} onKeyDown=${quick} aria-invalid=${at('prompt') ? 'true' : null}
        placeholder="What happens, where, in what light?" onInput=${event => set({ prompt: event.target.value })}></textarea></label>
        <${Hint} error=${at('prompt')} />
        ${!draft.prompt && html`<div class="row ideas">${IDEAS.map(idea => html`
          <button type="button" class="small" onClick=${() => set({ prompt: idea })}>${idea}</button>`)}</div>`}</div>
      ${frames.length > 0 && html`<div><div class="medias">${frames.map(type => html`
        <${MediaInput} key=${type} label=${FRAMES[type] ?? type} value=${address(type)} onChange=${value => setFrame(type, value)} />`)}</div>
        <${Hint} error=${at('frame_images')} /></div>`}
      ${inputs.length > 0 && html`<details open=${references.length > 0}><summary>References</summary><div class="medias">
        ${[...references.map(url), ''].map((value, index) => html`<${MediaInput} key=${`${index}${value.slice(0, 80)}`}
          label=${`Reference ${index + 1}`} kinds=${inputs} value=${value} onChange=${address => setReference(index, address)} />`)}</div>
        ${request.frame_images && references.length > 0 && html`<p class="quiet small">References are not used while a frame is given.</p>`}
        <${Hint} error=${at('input_references')} /></details>`}
      ${request.size && html`<div class="row spread note"><span>Frame size ${request.size.replace('x', ' × ')}</span>
        <button type="button" onClick=${() => set({ size: '' })}>Use the default</button></div>`}
      <div class="choices">
        <${Choice} label="Length" name="duration" values=${model.supported_durations} value=${request.duration} set=${set}
          show=${n => `${n} s`} chosen=${known?.duration && `${known.duration} s`} number error=${at('duration')} />
        <${Choice} label="Resolution" name="resolution" values=${model.supported_resolutions} value=${request.resolution} set=${set}
          chosen=${known?.size && `${Math.min(...known.size.split('x'))}p`} error=${at('resolution') || at('size')} />
        <${Choice} label="Aspect ratio" name="aspect_ratio" values=${model.supported_aspect_ratios} value=${request.aspect_ratio} set=${set}
          chosen=${known?.size && nearest(model.supported_aspect_ratios ?? [], known.size)} error=${at('aspect_ratio')} />
        ${model.generate_audio && html`<${Choice} label="Sound" name="generate_audio" values=${[true, false]} value=${request.generate_audio}
          set=${set} show=${on => on ? 'On' : 'Off'} chosen=${known && (known.audio ? 'on' : 'off')} error=${at('generate_audio')} />`}
        <${Choice} label="Creativity" name="creativity" values=${model.creativity} value=${request.creativity} set=${set} number error=${at('creativity')} />
        ${model.upscale_factor && html`<div><label>Upscale factor<input type="number" step="any" min=${model.upscale_factor.min}
          max=${model.upscale_factor.max} placeholder=${`${model.upscale_factor.min} to ${model.upscale_factor.max}`} value=${draft.upscale_factor ?? ''}
          onInput=${event => set({ upscale_factor: numberOf(event) })} /></label><${Hint} error=${at('upscale_factor')} /></div>`}
        ${model.seed !== false && html`<div><label for="seed">Seed</label><div class="row tight">
          <input id="seed" type="number" step="1" placeholder="random" value=${draft.seed ?? ''} onInput=${event => set({ seed: numberOf(event) })} />
          <button type="button" aria-label="Draw a seed" title="Draw a seed" onClick=${() => set({ seed: randomSeed() })}><${Dice} /></button></div>
          <${Hint} error=${at('seed')} /></div>`}
      </div>
      <details open=${!!draft.options}><summary>Provider options</summary><label>JSON<textarea rows="4" class="mono" spellcheck="false"
        value=${draft.options ?? ''} aria-invalid=${optionsProblem || at('provider') ? 'true' : null}
        placeholder='{"options": {"google-vertex": {"negativePrompt": "text"}}, "sort": "price"}'
        onInput=${event => set({ options: event.target.value })}></textarea></label>
        ${model.allowed_passthrough_parameters?.length > 0 && html`<p class="quiet small">Passed on by this model:
          ${' '}${model.allowed_passthrough_parameters.join(', ')}</p>`}
        <${Hint} error=${optionsProblem || at('provider')} /></details>
    </div>
    <aside class="stack"><div class="card stack"><${QuoteLines} quote=${quote} />
        <${Problem} error=${FIELDS.some(at) ? null : problem} />
        <button class="primary large" aria-disabled=${busy ? 'true' : null} disabled=${!!optionsProblem}>${busy ? 'Submitting…' : 'Generate'}</button></div>
      <details class="card" id="code"><summary>Code</summary><${Code} request=${request} /></details></aside></form>`;
}

const Dice = () => html`<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><rect x="2" y="2" width="16" height="16" rx="4"
  fill="none" stroke="currentColor" stroke-width="1.6" />${[[6.5, 6.5], [10, 10], [13.5, 13.5], [6.5, 13.5], [13.5, 6.5]].map(([x, y]) =>
  html`<circle cx=${x} cy=${y} r="1.4" fill="currentColor" />`)}</svg>`;
const numberOf = event => event.target.value === '' ? '' : Number(event.target.value);
const Hint = ({ error }) => error && html`<p class="error" role="alert">${error}</p>`;

/** The ratio, of those that a model has, of a frame size such as 1280x720. */
function nearest(ratios, size) {
  const of = (text, mark) => { const [w, h] = text.split(mark); return w / h; };
  return [...ratios].sort((a, b) => Math.abs(of(a, ':') - of(size, 'x')) - Math.abs(of(b, ':') - of(size, 'x')))[0];
}

/** The JSON of provider options, and what is wrong with it. */
function parsed(text) {
  if (!text.trim()) return [undefined, ''];
  try {
    const value = JSON.parse(text);
    if (value && typeof value === 'object' && !Array.isArray(value)) return [value, ''];
    return [undefined, 'Provider options must be a JSON object'];
  } catch (error) { return [undefined, `Not valid JSON: ${error.message}`]; }
}

/** What the request costs, asked for once the form rests. `shown` stays until the next answer. */
function useQuote(request) {
  const [quote, setQuote] = useState({});
  // A price needs no prompt, but the service does.
  const body = JSON.stringify({ ...request, prompt: request.prompt ?? 'A video' });
  useEffect(() => {
    const stop = new AbortController();
    const ask = () => api('videos/quote', { method: 'POST', body: JSON.parse(body), signal: stop.signal }).then(
      shown => setQuote({ shown }), error => {
        if (stop.signal.aborted) return;
        setQuote({ error });
        if (!error.status || error.status === 429 || error.status >= 500) timer = setTimeout(ask, AGAIN);
      });
    let timer = setTimeout(ask, PAUSE);
    return () => { clearTimeout(timer); stop.abort(); };
  }, [body]);
  return quote;
}

function QuoteLines({ quote: { shown, error } }) {
  if (!shown) return html`<p class="quiet">${error?.status === 400 ? 'No price: the request is not valid yet.' : error ? 'No price for now.' : 'Asking for the price…'}</p>`;
  const { size, duration, audio, provider, cost } = shown;
  const lines = [['Frame', size?.replace('x', ' × ')], ['Length', duration && `${duration} s`], ['Sound', audio == null ? null : audio ? 'on' : 'off'],
    ['Made by', provider], ['Per second', cost && duration ? money(cost / duration) : null]];
  return html`<dl>${lines.filter(([, value]) => isDefined(value)).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
    <dt class="total">Price</dt><dd class="total" data-testid="price">${cost === 0 ? 'free' : money(cost)}</dd></dl>`;
}

/** One of the values that a model allows, or its default; nothing where it has none. */
function Choice({ label, name, values, value, set, show = String, chosen, number, error }) {
  if (!values?.length) return null;
  const isTrueOrFalse = typeof values[0] === 'boolean';
  const pick = text => set({ [name]: text === '' ? '' : isTrueOrFalse ? text === 'true' : number ? Number(text) : text,
    ...(name === 'resolution' || name === 'aspect_ratio' ? { size: '' } : {}) });
  const auto = `Auto${chosen ? ` (${chosen})` : ''}`;
  const all = [['', isDefined(value) ? 'Auto' : auto], ...values.map(each => [String(each), show(each)])];
  const current = isDefined(value) ? String(value) : '';
  return html`<div>${values.length > CHIPS
    ? html`<label>${label}<select value=${current} onChange=${event => pick(event.target.value)}>
        ${all.map(([each, text]) => html`<option value=${each}>${text}</option>`)}</select></label>`
    : html`<fieldset><legend class="label">${label}</legend><div class="chips">${all.map(([each, text]) => html`
        <label><input type="radio" name=${name} checked=${each === current} onChange=${() => pick(each)} /><span>${text}</span></label>`)}</div></fieldset>`}
    <${Hint} error=${error} /></div>`;
}
