import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The page on which TensorFlow.js trains as it is published. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 4000 },
});
