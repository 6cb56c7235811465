import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/reset.css';
import './styles/fonts.css';
import './styles/base.css';
import { App } from './app/App.tsx';
import { BUNDLED } from './data/sources/bundled.ts';
import type { LabListeners } from './lab/client.ts';
import { createLabClient } from './lab/client.ts';
import { syncAddress } from './state/address.ts';
import { createNotebook } from './state/notebook.ts';
import { keepTheme } from './state/theme.ts';

const worker = new Worker(new URL('./lab/worker.ts', import.meta.url), { type: 'module' });
const listeners: LabListeners = {
  onEvent: (event) => notebook.receive(event),
  onCrash: (error) => notebook.fail(error),
};
const dataUrl = new URL(`${import.meta.env.BASE_URL}${BUNDLED.file}`, document.baseURI).href;
const notebook = createNotebook(createLabClient(worker, listeners), dataUrl);

syncAddress(notebook, window);
keepTheme(notebook, () => window.localStorage);
void notebook.actions.load();
void notebook.actions.listKeptRuns();
createRoot(document.getElementById('root') as HTMLElement).render(<App notebook={notebook} />);
