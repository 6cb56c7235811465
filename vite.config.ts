import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { serviceWorker } from './scripts/precache.mjs';
import { isolationHeaders, metaPolicy, securityHeaders } from './scripts/security-headers.mjs';
import { createForwarder } from './scripts/server/grouplens.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds only: the development server needs inline scripts and styles for hot updates. */
function contentSecurityPolicy(): Plugin {
  const meta = { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy } };
  return {
    name: 'matinee:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [{ ...meta, injectTo: 'head-prepend' }],
  };
}

/** The page's fonts are fetched along with its script: text that changes its font moves what is below it. */
function fontsFirst(): Plugin {
  return {
    name: 'matinee:fonts-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => /wght-normal-[\w-]+\.woff2$/.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `./${file}`, as: 'font', type: 'font/woff2', crossorigin: '' },
            injectTo: 'head',
          })),
    },
  };
}

/** The development server forwards what `npm start`'s does. */
function grouplens(): Plugin {
  const forward = createForwarder();
  return {
    name: 'matinee:grouplens',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        forward(request, response).then((answered) => answered || next(), next);
      });
    },
  };
}

/**
 * WebKit evaluates the entry of a module worker once more when a chunk imports it, so a worker would run twice. What an entry shares
 * with its chunks is therefore kept out of it, and a build in which a chunk imports an entry fails.
 */
function workerEntriesStandAlone(): Plugin {
  return {
    name: 'matinee:worker-entries-stand-alone',
    options: (options) => ({ ...options, preserveEntrySignatures: 'strict' }),
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file] : []));
      const entries = new Set(chunks.flatMap(({ isEntry, fileName }) => (isEntry ? [fileName] : [])));
      for (const { fileName, imports, dynamicImports } of chunks) {
        const entry = [...imports, ...dynamicImports].find((name) => entries.has(name));
        if (entry) this.error(`${fileName} imports ${entry}, the entry of a worker, which WebKit would run twice.`);
      }
    },
  };
}

/**
 * Modules that do not import each other can come into chunks that do. Then one is evaluated before what it needs, which in the best
 * case is needed later only; a build with such chunks fails.
 */
function noCircles(): Plugin {
  return {
    name: 'matinee:no-circles',
    generateBundle(_, bundle) {
      const importsOf = (name: string): readonly string[] => {
        const file = bundle[name];
        return file?.type === 'chunk' ? file.imports : [];
      };
      const done = new Set<string>();
      const visit = (name: string, path: readonly string[]): void => {
        if (path.includes(name)) this.error(`Chunks import each other in a circle: ${[...path, name].join(' → ')}.`);
        if (done.has(name)) return;
        for (const next of importsOf(name)) visit(next, [...path, name]);
        done.add(name);
      };
      for (const name of Object.keys(bundle)) visit(name, []);
    },
  };
}

/** The handlers of each cell are a chunk that says whose it is: `lab-train-….js`. */
function nameOfChunk({ facadeModuleId, name }: { readonly facadeModuleId?: string | null; readonly name: string }): string {
  const folder = /\/cells\/(.+)\/lab\.ts$/.exec(facadeModuleId ?? '')?.[1];
  return `assets/${folder ? `lab-${folder.replace('/', '-')}` : name.split('~')[0]}-[hash].js`;
}

/** What an entry shares with parts that are fetched later is one file, not a file for each set of parts that share a piece. */
const SHARED = { name: 'shared', tags: ['$initial' as const], minShareCount: 2 };

/** All that the ratings wait for in the worker. */
const LAB_DATA = { name: 'lab-data', test: /\/cells\/data\/lab\.ts$/ };

/** All that training needs, and what it shares with other parts. */
const LAB_TRAINING = { name: 'lab-training', test: /\/src\/lab\/(train-run|train-aside|prepare-ahead)\.ts$/ };

/** What other parts of the worker share: small files are joined, since a request takes longer than their bytes. */
const SHARED_IN_LAB = {
  name: 'common',
  test: /\/src\//,
  minShareCount: 2,
  entriesAware: true,
  entriesAwareMergeThreshold: 3000,
};

/** Parts of the page that are fetched at the same moment are one file, with all that they need. */
const AT_ONCE = Object.entries({
  /** As soon as the ratings are there. */
  panels: [
    ['Aim', 'Announcer', 'EvaluatePanel', 'ExploreCharts', 'Features', 'LoadedData', 'Network', 'OfflineControl'],
    ['RunBar', 'RunsPanel', 'SplitReport', 'SweepPanel', 'TakeAwayPanel', 'UndoRegion', 'UpdateNotice'],
  ].flat(),
  /** As soon as there is a model. */
  trained: [
    'AddressNote',
    'BesideChoice',
    'EmbeddingsPanel',
    'RateChart',
    'Recommended',
    'ReplayNote',
    'RunEnding',
    'RunFigures',
    'TrainedModel',
  ],
}).map(([name, parts]) => ({ name, test: new RegExp(`/(${parts.join('|')})\\.tsx$`) }));

/** The texts of all cells: whoever opens one opens others. */
const EXPLAIN = { name: 'explain', test: /\/Explain\w+\.tsx$/ };

/** And their code. */
const CODE = { name: 'code', test: /\/select-code\.ts$/ };

const TESTS = ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/*/*.test.ts'];

/** They change nothing that other modules see, so one process can run them all. */
const PURE_TESTS = [
  'src/{app,charts,core,models,service-worker,state,training,ui}/**/*.test.{ts,tsx}',
  'src/cells/*/**/*.test.ts',
  'src/cells/{address,code-chain,private-users,provenance,selectors,setting-groups,undo,wrong-address}.test.ts',
  'src/data/{formats,containers,person,preview}/**/*.test.ts',
  'src/data/{crc32,demographics,npz,published-counts,weights-files,sources/synthetic}.test.ts',
  'src/engines/{,reference/}*.test.ts',
  'src/engines/simd/{gibbs,inverse,plan,solver}/**/*.test.ts',
  'src/engines/simd/{kernel-types,kernels,schedule,threads/rounds,threads/watch-threads}.test.ts',
  'src/engines/tfjs/webgl/table-layout.test.ts',
  'src/lab/{checkpoint,exclusive,few-ratings,fit-ease,helper-server,model-in-use,prepare-run,record-keeper,run-bundle,two-answers}.test.ts',
  'scripts/{check-export,readability,rooms,server,setup,test}/**/*.test.ts',
  'scripts/{check-node,find-browser,precache}.test.ts',
  'bench/{browser,evaluate,fuzz,load,peers,train}/*.test.ts',
];

/** They all read files as a page does that may ask for a SHA-256, and change nothing else. */
const READING_TESTS = ['src/data/own-ratings/*.test.ts'];

/** They replace globals, or the clock, or have a storage or a backend that is one for all. */
const NOT_PURE = [
  'src/cells/*/{lab,slice}.test.ts',
  'src/cells/{evaluate/leakage,recommend/you}/lab.test.ts',
  'src/cells/recommend/bundled.test.ts',
  'src/cells/train/{prepare,replay/slice,resume}.test.ts',
  'src/charts/{draw-loop,vega-embed}.test.ts',
  'src/engines/unseen-rows.test.ts',
  'src/state/undo.test.ts',
  'src/training/train.test.ts',
];

export default defineConfig({
  // The built page works from any folder of any host.
  base: './',
  plugins: [react(), contentSecurityPolicy(), fontsFirst(), grouplens(), noCircles(), serviceWorker()],
  resolve: {
    alias: [
      { find: /^vega-embed$/, replacement: here('src/charts/vega-embed.ts') },
      { find: /^glamor$/, replacement: here('src/charts/glamor.ts') },
    ],
  },
  worker: {
    format: 'es',
    plugins: () => [workerEntriesStandAlone(), noCircles()],
    rolldownOptions: {
      output: { chunkFileNames: nameOfChunk, codeSplitting: { groups: [SHARED, LAB_DATA, LAB_TRAINING, SHARED_IN_LAB] } },
    },
  },
  build: {
    // Two years of evergreen browsers; lower ones would have `light-dark()` rewritten.
    target: ['chrome131', 'edge131', 'firefox128', 'safari18'],
    // The policy allows no data: fonts and no data: WebAssembly, so every asset is a file.
    assetsInlineLimit: 0,
    // Every browser of the target preloads modules by itself.
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [SHARED, ...AT_ONCE, EXPLAIN, CODE] } } },
    sourcemap: true,
    // tfjs and Vega are large; the page loads both after its first paint.
    chunkSizeWarningLimit: 2000,
  },
  // The worker is an entry of its own: otherwise its packages are found late and the development page reloads.
  optimizeDeps: { entries: ['index.html', 'src/lab/worker.ts'] },
  server: { headers: { ...isolationHeaders } },
  preview: { headers: { ...securityHeaders } },
  test: {
    environment: 'node',
    // A process for each file takes longer than most of these tests.
    projects: [
      { extends: true, test: { name: 'pure', include: PURE_TESTS, exclude: NOT_PURE, isolate: false } },
      { extends: true, test: { name: 'apart', include: NOT_PURE } },
      { extends: true, test: { name: 'reading', include: READING_TESTS, isolate: false } },
      { extends: true, test: { name: 'others', include: TESTS, exclude: [...PURE_TESTS, ...READING_TESTS] } },
    ],
    pool: 'forks',
    maxWorkers: 2,
    setupFiles: ['scripts/test/property-seed.ts'],
    // Parity of the engines takes its time; nothing here is judged by its duration.
    testTimeout: 60_000,
  },
});
