// The views of the page, in the order of the navigation. To add one:
// 1. Put it into a module of its own, one component a file; import it below and add one line.
// 2. `path` is a part of the hash: `path: 'gallery'` is `#/gallery`, and what follows, as in
//    `#/gallery/ID`, is given to the component as `rest`. A view without `title` has no link.
// 3. A component gets `{ session, rest }`. `session.models` has the models, `session.inputs`
//    the kinds of references by model, and `session.account` the key's data (GET key), or null;
//    `session.access` (GET admin/access) says what it may administer, and whether this is the test
//    kit; `shown(session)` says whether the view is in the navigation.
// 4. Talk to the service with `api` and `send` of api.js alone: they add the key, turn errors into
//    `ApiError` and ask for another key after a 401. Show errors with `<${Problem} error=${error}/>`.
// 5. Text is text: put values between tags, never into innerHTML. No inline scripts or handlers.
// 6. Colors and spaces are the variables of theme.css. Rules of one view begin with its class.
// 7. The limits are 1,500 lines of ours in all and 120 KB for the page.
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
