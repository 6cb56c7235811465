import type { Build } from './build.ts';
import { builtPath } from './built-path.ts';
import { createRest } from './rest.ts';
import { createStore } from './store.ts';

declare const self: ServiceWorkerGlobalScope;
declare const __BUILD__: Build;

const build = __BUILD__;
const { scope } = self.registration;
const store = createStore(build, scope);
const rest = createRest(() => performance.now());
const known = new Set(build.files.map(({ path }) => path));

self.addEventListener('install', (event) => event.waitUntil(store.fill(rest.over)));

self.addEventListener('activate', (event) => event.waitUntil(Promise.all([store.prune(), self.clients.claim()])));

self.addEventListener('fetch', (event) => {
  const path = builtPath(event.request, scope, known);
  if (path !== undefined) event.respondWith(store.answer(path, event.request));
});

self.addEventListener('message', (event) => {
  // Only when the visitor asks for it: until then an open page keeps the build that it started with.
  if (event.data === 'take-over') void self.skipWaiting();
  if (event.data === 'rest') rest.ask();
  if (event.data === 'save') event.waitUntil(save(event.ports[0]));
});

async function save(asker: MessagePort | undefined): Promise<void> {
  const isSaved = await store.fill(rest.over).then(
    () => true,
    () => false,
  );
  asker?.postMessage(isSaved);
}
