import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/reset.css';
import './styles/fonts.css';
import './styles/base.css';
import { App } from './app/App.tsx';
import { fontsOfText } from './app/fonts.ts';
import { keepAgreements } from './cells/data/agreements.ts';
import { CELLS } from './cells/list.ts';
import { BUNDLED } from './data/sources/bundled.ts';
import { createRestartingClient } from './lab/client.ts';
import { serveHelpers } from './lab/helper-server.ts';
import { watchLife } from './lab/worker-life.ts';
import { syncAddress } from './state/address/sync.ts';
import { createNotebook } from './state/notebook.ts';
import { reopen } from './state/reopen.ts';
import { keepTheme } from './state/theme.ts';

const HELPERS = {
  'simd-thread': () => new Worker(new URL('./engines/simd/threads/thread.ts', import.meta.url), { type: 'module' }),
  trainer: () => new Worker(new URL('./lab/beside/beside-worker.ts', import.meta.url), { type: 'module' }),
  downloader: () => new Worker(new URL('./data/download/downloader.ts', import.meta.url), { type: 'module' }),
};

let worker: Worker | undefined;
let endHelpers = (): void => undefined;

/** Starts the lab's worker in the place of the one before. Its end, however it comes, is an error event, and that of its helpers. */
function openWorker(): Worker {
  worker?.terminate();
  endHelpers();
  const name = `matinee-lab-${Math.random()}`;
  const opened = new Worker(new URL('./lab/worker.ts', import.meta.url), { type: 'module', name });
  endHelpers = serveHelpers(opened, HELPERS);
  opened.addEventListener('error', endHelpers);
  watchLife(opened, name, () => opened.dispatchEvent(new Event('error')));
  worker = opened;
  return opened;
}

const lab = createRestartingClient(openWorker, {
  onCrash: (error) => notebook.actions.fail(error),
  onRestart: (error) => void notebook.actions.recover(error),
});
const page = new URL(import.meta.env.BASE_URL, document.baseURI).href;
const urls = { page, bundled: new URL(BUNDLED.path, page).href };
const notebook = createNotebook(
  lab,
  CELLS.flatMap(({ slices }) => slices),
  urls,
);

syncAddress(notebook, window);
keepTheme(notebook, () => window.localStorage);
keepAgreements(notebook, () => window.localStorage);
void reopen(notebook, () => window.sessionStorage).then(async () => {
  // Where it does not arrive, the question comes again.
  const part = await import('./cells/data/may-keep.ts').catch(() => null);
  part?.rememberMayKeep(notebook, () => window.localStorage);
});
await fontsOfText(document.fonts);
createRoot(document.getElementById('root') as HTMLElement).render(<App notebook={notebook} />);
