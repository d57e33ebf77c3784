// Loaded by every page. What only some pages need is imported when its element is there.
import './app.css';
import htmx from 'htmx.org/dist/htmx.esm.js';
import { listenToKeys } from './keys/keys';
import { showMany } from './many';
import { showProgress } from './progress';
import { onReady, ready } from './ready';

onReady('[data-form-js]', async (element) => (await import('./task-form/task-form')).show(element));
onReady('[data-diagram]', async (element) => (await import('./diagram/diagram')).show(element));
onReady('[data-columns]', async (element) => (await import('./grid/grid')).show(element));
onReady('[data-replay]', async (element) => (await import('./diagram/replay')).show(element));
onReady('[data-dmn]', async (element) => (await import('./tables/tables')).show(element));
onReady('[data-designer]', async (element) => (await import('./designer/designer')).show(element));
onReady('[data-compare]', async (element) => (await import('./compare')).show(element));
onReady('[data-scenarios]', async (element) => (await import('./scenarios')).show(element));
onReady('[data-announce]', (element) => {
  const target = document.getElementById('annunci');
  if (target) target.textContent = element.textContent;
});
onReady('[data-many]', showMany);
// Where there is one pane, what lies below a form is folded.
onReady('details[data-fold]', (element) => {
  if (window.matchMedia('(max-width: 991.98px)').matches) (element as HTMLDetailsElement).open = false;
});
onReady('#errori', (element) => element.focus());

listenToKeys(document);
showProgress(document);
document.documentElement.dataset['ready'] = 'true';

htmx.onLoad((element) => {
  ready(element as HTMLElement);
  // A page part that was opened on purpose takes the focus, as a loaded page would.
  if (element !== document.body) (element as HTMLElement).querySelector<HTMLElement>('[data-focus-after-swap]')?.focus({ preventScroll: true });
});
