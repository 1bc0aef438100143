// Pictures, videos and sounds as input: by drop, paste, file or URL, with a preview.
import { html, useRef, useState } from './vendor/preact-htm.js';

const dataUrl = file => new Promise((resolve, reject) => {
  const reader = Object.assign(new FileReader(), { onload: () => resolve(reader.result), onerror: () => reject(reader.error) });
  reader.readAsDataURL(file);
});

export const kindOf = address =>
  /^data:(image|video|audio)/.exec(address)?.[1]
  ?? (/\.(mp4|webm|mov)([?#]|$)/i.test(address) ? 'video' : /\.(mp3|wav|m4a|ogg|flac)([?#]|$)/i.test(address) ? 'audio' : 'image');

function Preview({ address, kind, label }) {
  const [isBroken, setBroken] = useState(false);
  const lost = () => setBroken(true);
  if (isBroken) return html`<p class="quiet small">No preview: the browser cannot show ${address.slice(0, 100)}</p>`;
  if (kind === 'video') return html`<video src=${address} onError=${lost} muted loop playsinline aria-label=${label}></video>`;
  if (kind === 'audio') return html`<audio src=${address} onError=${lost} controls aria-label=${label}></audio>`;
  return html`<img src=${address} onError=${lost} alt=${`${label}: preview`} referrerpolicy="no-referrer" />`;
}

/** One input, `value` is its URL or ''. `kinds` are those of image, video and audio that it takes. */
export function MediaInput({ label, kinds = ['image'], value, onChange }) {
  const [problem, setProblem] = useState(''), [isOver, setOver] = useState(false);
  const chooser = useRef();
  const take = async file => {
    if (!file) return;
    if (!kinds.includes(file.type.split('/')[0])) {
      setProblem(`${file.name || 'This file'} is of type ${file.type || 'unknown'}; give ${kinds.join(', ')}`);
      return;
    }
    setProblem('');
    try { onChange(await dataUrl(file)); } catch (error) { setProblem(`${file.name} cannot be read: ${error.message}`); }
  };
  const link = text => {
    if (!text) return;
    const isUrl = /^(https?:\/\/\S+|data:\S+)$/.test(text);
    setProblem(isUrl ? '' : `${text.slice(0, 60)} is not a URL; it begins with https://`);
    if (isUrl) onChange(text);
  };
  const drop = event => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) take(file); else link(event.dataTransfer.getData('text/uri-list') || event.dataTransfer.getData('text'));
  };
  const paste = event => {
    const file = event.clipboardData.files[0];
    if (file) { event.preventDefault(); take(file); }
  };
  return html`<div class="media ${isOver ? 'over' : ''}" role="group" aria-label=${label} onPaste=${paste} onDrop=${drop}
      onDragOver=${event => { event.preventDefault(); setOver(true); }} onDragLeave=${() => setOver(false)}>
    <span class="label">${label}</span>
    ${value ? html`<${Preview} key=${value} address=${value} kind=${kindOf(value)} label=${label} />
      <button type="button" onClick=${() => onChange('')}>Remove</button>` : html`
      <button type="button" class="drop" onClick=${() => chooser.current.click()}>Drop, paste or choose</button>
      <input type="file" hidden ref=${chooser} accept=${kinds.map(kind => `${kind}/*`).join()} aria-label=${`${label}: file`}
        onChange=${event => take(event.target.files[0])} />
      <input type="text" inputmode="url" placeholder="or https://…" aria-label=${`${label}: URL`}
        onKeyDown=${event => { if (event.key === 'Enter') { event.preventDefault(); event.target.blur(); } }}
        onChange=${event => link(event.target.value.trim())} />`}
    ${problem && html`<p class="error" role="alert">${problem}</p>`}</div>`;
}
