// The views of the page, in the order of the navigation. To add one, put it into a module of its own
// and add a line here. `path` is the first part of the hash; what follows it, as in `#/gallery/ID`, is
// `rest`. A view without `title` has no link; `shown(session)` says whether it is there at all.
// A component gets `{ session, rest }`. `session.models` has the models, `session.inputs` the kinds of
// references by model, and `session.account` the key's data (GET key), or null; `session.access`
// (GET admin/access) says what the key may administer, and whether this is the test kit.
// Talk to the service with `api` and `send` of api.js alone, show errors with
// `<${Problem} error=${error}/>`, and put values between tags, never into innerHTML.
import { Compose } from './compose.js';
import { Details } from './details.js';
import { Gallery } from './gallery.js';
import { Watch } from './watch.js';
import { Keys } from './keys.js';
import { Providers, Unresolved } from './operate.js';
import { Requests, Scenarios } from './testing.js';
import { Usage } from './usage.js';

const operator = session => session.access?.operator;
const testing = session => session.access?.testing;

export const views = [
  { path: '', title: 'Create', View: Compose },
  { path: 'jobs', View: Watch },
  { path: 'gallery', title: 'Gallery', View: Gallery },
  { path: 'details', View: Details },
  { path: 'usage', title: 'Usage', View: Usage, shown: operator },
  { path: 'keys', title: 'Keys', View: Keys, shown: session => session.access?.keys },
  { path: 'providers', title: 'Providers', View: Providers, shown: operator },
  { path: 'unresolved', title: 'Unresolved', View: Unresolved, shown: operator },
  { path: 'requests', title: 'Requests', View: Requests, shown: testing },
  { path: 'scenarios', title: 'Scenarios', View: Scenarios, shown: testing },
];
