// Who may import whom. A table of layers becomes one rule each; type-only imports count like any other.

/** Paths of a package and of its types. */
const packages = (...names) => `node_modules/(@types/)?(${names.join('|')})/`;

/** Tests, and what only tests import. */
const TEST = '\\.(test|fixture)\\.tsx?$';
/** The page, the scripts of workers, and what a glob finds: nothing imports these by name. */
const ENTRIES = [
  '^src/main\\.tsx$',
  '^src/lab/worker\\.ts$',
  '^src/engines/simd/threads/thread\\.ts$',
  '^src/lab/beside/beside-worker\\.ts$',
  '^src/data/download/downloader\\.ts$',
  '^src/cells/.+/lab\\.ts$',
  '^src/service-worker/service-worker\\.ts$',
];
const TFJS = packages('@tensorflow/tfjs[\\w-]*');
const REACT = packages('react', 'react-dom');
const ENGINE_CONTRACT = '^src/engines/[^/]+\\.ts$';
const CONTRACT = '^src/cells/.+/contract\\.ts$';
const WIRE = '^src/lab/wire\\.ts$';

/** From the bottom to the top: name, its files, and everything that they may import. */
const LAYERS = [
  ['service-worker', '^src/service-worker/', ['^src/service-worker/']],
  ['core', '^src/core/', ['^src/core/']],
  ['models', '^src/models/', ['^src/models/', '^src/core/']],
  ['storage', '^src/storage/', ['^src/storage/', '^src/core/', packages('idb')]],
  [
    'data',
    '^src/data/',
    ['^src/data/', '^src/core/', packages('jszip', 'hyparquet', 'hyparquet-compressors', 'hyparquet-writer', 'saxen')],
  ],
  ['engines-tfjs', '^src/engines/tfjs/', ['^src/engines/tfjs/', ENGINE_CONTRACT, '^src/models/', '^src/core/', TFJS]],
  ['engines-simd', '^src/engines/simd/', ['^src/engines/simd/', ENGINE_CONTRACT, '^src/models/', '^src/core/']],
  ['engines-reference', '^src/engines/reference/', ['^src/engines/reference/', ENGINE_CONTRACT, '^src/models/', '^src/core/']],
  ['engines', ENGINE_CONTRACT, ['^src/engines/', '^src/models/', '^src/core/']],
  ['training', '^src/training/', ['^src/training/', '^src/engines/trainer\\.ts$', '^src/models/', '^src/core/']],
  ['lab-wire', WIRE, ['^src/core/(errors|helper)\\.ts$']],
  ['lab-client', '^src/lab/client\\.ts$', [WIRE, '^src/core/errors\\.ts$']],
  [
    'lab',
    '^src/lab/(?!(wire|client)\\.ts$)',
    [
      '^src/lab/(?!client\\.ts$)',
      '^src/training/',
      '^src/engines/[^/]+\\.ts$',
      '^src/data/',
      '^src/storage/',
      '^src/models/',
      '^src/core/',
    ],
  ],
  [
    'state',
    '^src/state/',
    ['^src/state/', '^src/lab/(wire|client)\\.ts$', CONTRACT, '^src/models/', '^src/core/', REACT, packages('zustand')],
  ],
  ['ui', '^src/ui/', ['^src/ui/', REACT, packages('katex')]],
  ['charts', '^src/charts/', ['^src/charts/', '^src/ui/', '^src/core/', REACT, packages('@tensorflow/tfjs-vis', 'vega[\\w-]*')]],
  // A capability: what crosses the thread, the worker's side, the state, and what is shown.
  ['cells-contract', CONTRACT, [CONTRACT, WIRE, '^src/state/', '^src/models/', '^src/core/']],
  [
    'cells-lab',
    '^src/cells/.+/lab(\\.ts$|/)',
    [
      CONTRACT,
      '^src/cells/.+/lab/',
      '^src/lab/(?!client\\.ts$)',
      '^src/training/',
      ENGINE_CONTRACT,
      '^src/data/',
      '^src/models/',
      '^src/core/',
      packages('umap-js'),
    ],
  ],
  [
    'cells',
    '^src/cells/(?!.+/(contract|lab)\\.ts$|.+/lab/)',
    [
      '^src/cells/(?!.+/lab(\\.ts$|/))',
      WIRE,
      '^src/charts/',
      '^src/ui/',
      '^src/state/',
      '^src/models/',
      '^src/core/',
      REACT,
      packages('@tanstack/react-virtual'),
    ],
  ],
  [
    'app',
    '^src/app/',
    ['^src/app/', '^docs/glossary\\.md$', '^src/cells/list\\.ts$', '^src/ui/', '^src/state/', '^src/core/', REACT],
  ],
];

const layerRules = LAYERS.map(([name, path, allowed]) => ({
  name: `${name}-imports`,
  comment: `src/${name.replace('-', '/')} may import only: ${allowed.join('  ')}`,
  severity: 'error',
  from: { path, pathNot: TEST },
  to: { pathNot: allowed },
}));

const folderOf = (name) => name.split('-')[0];

/** A test may import Vitest, Node, any declared package and its own or a lower folder, but nothing from above. */
const testRules = LAYERS.map(([name, path], index) => ({
  name: `${name}-tests-import-downwards`,
  severity: 'error',
  from: { path: `(?=${path})^.*${TEST}` },
  to: {
    path: LAYERS.slice(index + 1)
      .filter(([above]) => folderOf(above) !== folderOf(name))
      .map(([, above]) => above),
  },
})).filter(({ to }) => to.path.length > 0);

const typesOnly = (name, from, to) => ({
  name,
  comment: 'The thread boundary: only types cross it, so that neither side bundles the other.',
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: { path: to, dependencyTypesNot: ['type-only'] },
});

module.exports = {
  forbidden: [
    ...layerRules,
    ...testRules,
    typesOnly('wire-is-types', WIRE, '^src/'),
    typesOnly('contracts-are-types', CONTRACT, '^src/'),
    typesOnly('contracts-give-types', '^src/', CONTRACT),
    {
      name: 'no-cell-imports-another',
      severity: 'error',
      from: { path: '^src/cells/([^/]+)/' },
      to: { path: '^src/cells/[^/]+/', pathNot: ['^src/cells/$1/', CONTRACT] },
    },
    {
      name: 'list-is-for-app',
      severity: 'error',
      from: { path: '^src/cells/[^/]+/' },
      to: { path: '^src/cells/list\\.ts$' },
    },
    {
      name: 'known-layers-only',
      comment: 'A new top-level folder needs a row in the table of layers.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/main\\.tsx$', '^src/styles/', ...LAYERS.map(([, path]) => path)] },
      to: {},
    },
    {
      name: 'no-test-in-the-product',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { path: [TEST, packages('vitest', 'fast-check'), '^(e2e|bench|scripts)/'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'declared-packages',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-optional', 'npm-peer'] },
    },
    {
      name: 'no-dead-files',
      comment:
        'Nothing imports it, though it is no entry and no test: without cycles, whatever is not reached hangs on such a file. glamor.ts is reached through an alias.',
      severity: 'error',
      from: {},
      module: {
        path: '^src/',
        pathNot: [...ENTRIES, TEST, '\\.d\\.ts$', '^src/charts/glamor\\.ts$'],
        numberOfDependentsLessThan: 1,
      },
    },
  ],
  options: {
    // AssemblyScript is another language in .ts files; its compiler resolves its imports.
    exclude: { path: '^src/engines/simd/assembly/' },
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.page.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'types', 'default'],
    },
  },
};
