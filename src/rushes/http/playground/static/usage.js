// Usage: what was spent, by day, model and key.
import { html, useState } from './vendor/preact-htm.js';
import { api } from './api.js';
import { Loaded, Pick, usd } from './admin.js';

const DAY = 86_400_000;
const dayText = time => new Date(time).toISOString().slice(0, 10);
const BY = { model: 'By model', key: 'By key', provider: 'By provider' };

export function Usage() {
  const [days, setDays] = useState('30');
  const since = dayText(Date.now() - (days - 1) * DAY);
  const read = () => Promise.all(['day', ...Object.keys(BY)].map(by =>
    api(`usage?by=${by}&since=${since}`).then(answer => answer.data)));
  return html`<section class="admin stack"><div class="row spread"><h1>Usage</h1>
      <${Pick} label="Period" value=${days} onPick=${setDays}
        options=${{ 7: 'Last 7 days', 30: 'Last 30 days', 90: 'Last 90 days' }} /></div>
    <${Loaded} key=${days} read=${read}>${([byDay, ...groups]) => html`
      <${Days} rows=${byDay} since=${since} days=${+days} />
      ${byDay.length > 0 && html`<div class="grid">${Object.entries(BY).map(([by, title], index) => html`
        <${Bars} title=${title} rows=${groups[index]} name=${row => row.key_name || row[by] || 'unknown'} />`)}</div>`}`}<//>
  </section>`;
}

/** A column for each day, as a picture; the table below it says the same. */
function Days({ rows, since, days }) {
  const spent = new Map(rows.map(row => [row.day, row]));
  const all = Array.from({ length: days }, (_, index) => {
    const day = dayText(Date.parse(since) + index * DAY);
    return spent.get(day) ?? { day, usage: 0, requests: 0, reserved: 0 };
  });
  const total = name => all.reduce((sum, row) => sum + row[name], 0);
  const most = Math.max(...all.map(row => row.usage));
  const width = 720 / days;
  return html`<div class="card stack"><dl class="totals">
      <div><dt>Spent</dt><dd>${usd(total('usage'))}</dd></div><div><dt>Jobs</dt><dd>${total('requests')}</dd></div>
      <div><dt>Reserved</dt><dd>${usd(total('reserved'))}</dd></div></dl>
    ${rows.length === 0 ? html`<p class="quiet">Nothing was made in these days.</p>` : html`
      <svg class="chart" viewBox="0 0 720 160" role="img" preserveAspectRatio="none"
        aria-label=${`Spend by day: ${usd(total('usage'))} in ${days} days, at most ${usd(most)} a day`}>
        ${all.map((row, index) => {
          const height = row.usage ? Math.max(2, row.usage / most * 150) : 0;
          return html`<rect x=${index * width + width * .1} y=${160 - height} width=${width * .8} height=${height} rx="2">
            <title>${row.day}: ${usd(row.usage)}</title></rect>`;
        })}<line x1="0" x2="720" y1="159.5" y2="159.5" /></svg>
      <div class="row spread quiet small"><span>${since}</span><span>at most ${usd(most)} a day</span><span>${all.at(-1).day}</span></div>
      <details><summary>Days as a table</summary><table><thead><tr><th scope="col">Day (UTC)</th><th scope="col">Jobs</th><th scope="col">Spent</th></tr></thead>
        <tbody>${all.filter(row => row.requests).map(row => html`<tr><td>${row.day}</td><td>${row.requests}</td><td>${usd(row.usage)}</td></tr>`)}</tbody></table></details>`}
  </div>`;
}

function Bars({ title, rows, name }) {
  const sorted = rows.toSorted((a, b) => b.usage - a.usage);
  const most = Math.max(...sorted.map(row => row.usage)) || 1;
  return html`<section class="card stack" aria-label=${title}><h2>${title}</h2><ul class="bars">${sorted.map(row => html`
    <li><span>${name(row)}</span><span class="number">${usd(row.usage)} · ${row.requests} ${row.requests === 1 ? 'job' : 'jobs'}</span>
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width=${row.usage / most * 100} height="1" /></svg></li>`)}</ul></section>`;
}
