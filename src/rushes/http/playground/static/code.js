// The request of the form as a program: Python, TypeScript and curl.
import { html, useState } from './vendor/preact-htm.js';
import { baseUrl } from './api.js';
import { Copy } from './parts.js';

const python = value => {
  if (Array.isArray(value)) return `[${value.map(python).join(', ')}]`;
  if (value && typeof value === 'object')
    return `{${Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${python(part)}`).join(', ')}}`;
  return value === true ? 'True' : value === false ? 'False' : value === null ? 'None' : JSON.stringify(value);
};
const camel = name => name.replace(/[-_](\w)/g, (_, letter) => letter.toUpperCase());
// What the SDK declares is in camel case, also providers; the options of each are as it names them.
const typed = (value, isOptions) => Array.isArray(value) ? value.map(part => typed(part))
  : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([name, part]) =>
    [camel(name), isOptions ? part : typed(part, name === 'options')])) : value;
const indent = (text, by) => text.replaceAll('\n', `\n${' '.repeat(by)}`);
const shell = text => `'${text.replaceAll("'", `'\\''`)}'`;

const call = request => Object.entries(request).map(([name, value]) => `        ${name}=${python(value)},`).join('\n');
const opened = `import os

from openrouter import OpenRouter

key = os.environ.get("OPENROUTER_API_KEY", "local")
with OpenRouter(api_key=key, server_url=${JSON.stringify(baseUrl)}) as client:
    job = client.video_generation.generate(
`;

export const LANGUAGES = {
  'Python': request => `${opened}${call(request)}
    )
    video = job.wait()
    video.save("video.mp4")
`,
  'Python (official package)': request => `import time
${opened}${call(request)}
    )
    while job.status in ("pending", "in_progress"):
        time.sleep(1)
        job = client.video_generation.get_generation(job_id=job.id)
    if job.status != "completed":
        raise SystemExit(job.error or job.status)
    with open("video.mp4", "wb") as file:
        file.write(client.video_generation.get_video_content(job_id=job.id).read())
`,
  'TypeScript': request => `import { writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { OpenRouter } from "@openrouter/sdk";

const { videoGeneration } = new OpenRouter({
  apiKey: process.env.OPENROUTER_API_KEY ?? "local",
  serverURL: ${JSON.stringify(baseUrl)},
});
let job = await videoGeneration.generate({
  videoGenerationRequest: ${indent(JSON.stringify(typed(request), null, 2), 2)},
});
while (job.status === "pending" || job.status === "in_progress") {
  await setTimeout(1000);
  job = await videoGeneration.getGeneration({ jobId: job.id });
}
if (job.status !== "completed") throw new Error(job.error ?? job.status);
await writeFile("video.mp4", await videoGeneration.getVideoContent({ jobId: job.id }));
`,
  'curl': request => `base=${shell(baseUrl)}
auth="Authorization: Bearer \${OPENROUTER_API_KEY:-local}"
response=$(curl -sS --fail-with-body "$base/videos" -H "$auth" -H 'Content-Type: application/json' -d @- <<'END'
${JSON.stringify(request, null, 2)}
END
) || { echo "$response" >&2; exit 1; }
id=$(echo "$response" | sed 's/.*"id":"\\([^"]*\\)".*/\\1/')
while curl -sS "$base/videos/$id" -H "$auth" | grep -Eq '"status":"(pending|in_progress)"'; do sleep 1; done
curl -sS --fail-with-body "$base/videos/$id/content" -H "$auth" -o video.mp4
`,
};

/** Programs that send `request`. What is shown of pictures is short; what is copied is whole. */
export function Code({ request }) {
  const [name, setName] = useState('Python');
  const text = LANGUAGES[name](request);
  return html`<div class="stack code">
    <div class="row spread"><select aria-label="Language" value=${name} onChange=${event => setName(event.target.value)}>
      ${Object.keys(LANGUAGES).map(each => html`<option value=${each}>${each}</option>`)}</select>
      <${Copy} text=${text} label="Copy" /></div>
    <pre tabindex="0" aria-label=${`${name} code`}>${text.replace(/(data:[\w/+-]+;base64,.{24})[\w+/=]*/g, '$1…')}</pre></div>`;
}
