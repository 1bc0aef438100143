// Posters and previews: fetched with the key, a few at a time, once they are wanted.
import { html, useEffect, useRef, useState } from './vendor/preact-htm.js';
import { send } from './api.js';

const AT_ONCE = 3; // the service makes them when they are asked for, and browsers have few connections
const waiting = [];
let running = 0;

function next() {
  while (running < AT_ONCE && waiting.length) {
    const { work, done } = waiting.shift();
    running += 1;
    work().finally(() => { running -= 1; next(); }).then(...done);
  }
}
const inTurn = work => new Promise((...done) => { waiting.push({ work, done }); next(); });

/** The object URL of a picture: null until it is there, '' where there is none. */
function usePicture(path) {
  const [source, setSource] = useState(null);
  useEffect(() => {
    setSource(null);
    if (!path) return undefined;
    const stop = new AbortController();
    let address;
    inTurn(async () => {
      stop.signal.throwIfAborted();
      return (await send(path, { signal: stop.signal })).blob();
    }).then(blob => {
      if (stop.signal.aborted) return;
      address = URL.createObjectURL(blob);
      setSource(address);
    }).catch(() => stop.signal.aborted || setSource(''));
    return () => { stop.abort(); if (address) URL.revokeObjectURL(address); };
  }, [path]);
  return source;
}

/** Call `onSeen` with whether an element is in view, or nearly, now and at each change. */
export function useInView(element, onSeen, again) {
  useEffect(() => {
    const observer = new IntersectionObserver(
      entries => onSeen(entries.at(-1).isIntersecting), { rootMargin: '300px' });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, again);
}

/** The poster of a completed job; `moves` shows its preview instead, once that is there. */
export function Poster({ id, moves }) {
  const element = useRef();
  const [isSeen, setSeen] = useState(false), [hasMoved, setMoved] = useState(false);
  const isThere = useRef(false);
  useInView(element, setSeen, []);
  useEffect(() => { if (moves) setMoved(true); }, [moves]);
  const poster = usePicture(isSeen || isThere.current ? `videos/${id}/poster` : ''); // not those that were scrolled past
  isThere.current = poster !== null;
  const preview = usePicture(hasMoved ? `videos/${id}/preview` : '');
  const source = (moves && preview) || poster;
  return html`<span ref=${element} class="frame ${poster === null ? 'waits' : ''}">
    ${source ? html`<img src=${source} alt="" />` : poster === '' && html`<span class="quiet small">No picture</span>`}</span>`;
}
