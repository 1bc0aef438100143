// What is being composed: a request, kept in this tab, and how other views fill it.
import { api } from './api.js';
import { go } from './parts.js';
const DRAFT = 'rushes-draft';
let draft = null; // also in memory: a request with pictures may be too large for the tab's storage

const read = name => { try { return JSON.parse(sessionStorage.getItem(name)); } catch { return null; } };
const write = (name, value) => { try { sessionStorage.setItem(name, JSON.stringify(value)); } catch { sessionStorage.removeItem(name); } };

export const loadDraft = () => draft ?? read(DRAFT) ?? { prompt: '' };
export const saveDraft = value => { draft = value; write(DRAFT, value); return value; };

/** Fill the form with the request of a job and `changes`, and show it. */
export async function reuse(id, changes) {
  const { provider, ...request } = await api(`videos/${encodeURIComponent(id)}/request`);
  saveDraft({ ...request, options: provider ? JSON.stringify(provider, null, 2) : '', ...changes });
  go('');
}

export const url = part => (part.image_url ?? part.video_url ?? part.audio_url)?.url;
const KINDS = { image: 'image_url', video: 'video_url', audio: 'audio_url' };
export const reference = (kind, address) => ({ type: KINDS[kind], [KINDS[kind]]: { url: address } });
export const frame = (frameType, address) => ({ ...reference('image', address), frame_type: frameType });

export const isDefined = value => value != null && value !== '' && !(Array.isArray(value) && !value.length);

/** The fields of a draft that a model takes; those that it does not take are left out. */
export function requestFor(draft, model, inputs) {
  const frames = model.supported_frame_images ?? [];
  const takes = {
    prompt: true, previous_job_id: true, provider: true,
    duration: model.supported_durations, resolution: model.supported_resolutions,
    aspect_ratio: model.supported_aspect_ratios, size: !draft.resolution && !draft.aspect_ratio,
    generate_audio: model.generate_audio !== false, seed: model.seed !== false,
    frame_images: frames.length, input_references: inputs.length,
    upscale_factor: model.upscale_factor, creativity: model.creativity,
  };
  const request = { model: model.id };
  for (const [name, taken] of Object.entries(takes)) {
    let value = draft[name];
    if (name === 'frame_images') value = value?.filter(each => frames.includes(each.frame_type));
    if (taken && isDefined(value)) request[name] = value;
  }
  return request;
}
