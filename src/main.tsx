import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/reset.css';
import './styles/fonts.css';
import './styles/base.css';
import { App } from './app/App.tsx';
import { keepAgreements } from './cells/data/agreements.ts';
import { CELLS } from './cells/list.ts';
import { BUNDLED } from './data/sources/bundled.ts';
import { createRestartingClient } from './lab/client.ts';
import { watchLife } from './lab/worker-life.ts';
import { syncAddress } from './state/address/sync.ts';
import { createNotebook } from './state/notebook.ts';
import { keepTheme } from './state/theme.ts';

let worker: Worker | undefined;

/** Starts the lab's worker in the place of the one before. Its end, however it comes, is an error event. */
function openWorker(): Worker {
  worker?.terminate();
  const name = `matinee-lab-${Math.random()}`;
  const opened = new Worker(new URL('./lab/worker.ts', import.meta.url), { type: 'module', name });
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
void notebook.actions.start();
void notebook.actions.listKeptRuns();
createRoot(document.getElementById('root') as HTMLElement).render(<App notebook={notebook} />);
