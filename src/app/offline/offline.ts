import { createOffline } from '../../state/offline.ts';

/** Of this page. Its module is fetched, and with it the service worker registered, when the ratings are there. */
export const offline = createOffline(new URL('service-worker.js', new URL(import.meta.env.BASE_URL, document.baseURI)).href, {
  workers: navigator.serviceWorker,
  caches: window.caches,
  storage: () => window.localStorage,
  reload: () => location.reload(),
});
