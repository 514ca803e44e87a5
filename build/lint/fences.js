/**
 * The lint fence: the arrows of the architecture (`renderer → shared ← electron`, `cli → shared`, nothing else) and the
 * purity of `shared/`, with no exception. Each entry names who may not import what, and says why.
 */

const outside = (from, message) => ({ group: from, message });

const SPREADSHEET_LIBRARIES = ['xlsx', 'xlsx/*', 'exceljs', 'exceljs/*', 'papaparse'];
const NODE = ['node:*', 'fs', 'fs/*', 'path', 'os', 'child_process', 'crypto', 'stream', 'zlib', 'http', 'net'];

const restrict = (patterns, paths = []) => ['error', { patterns, paths }];

const HOSTS = outside(
  ['**/renderer/**', '**/electron/**', '**/cli/**', '**/tests/**', '#renderer/*', 'electron'],
  'shared/ knows no host: arrows run renderer → shared ← electron, cli → shared.',
);
const spreadsheets = outside(SPREADSHEET_LIBRARIES, 'Only shared/spreadsheet knows the spreadsheet libraries.');
const node = outside(NODE, 'This code runs without Node.');
const dexie = { name: 'dexie', message: 'Only renderer/src/db knows Dexie.' };
const tests = ['**/*.test.ts', '**/*.bench.ts'];

/** Impure globals that come into `shared/` as arguments instead. */
const IMPURE = [
  'window',
  'document',
  'navigator',
  'localStorage',
  'indexedDB',
  'fetch',
  'process',
  'Buffer',
  'Intl',
  'setTimeout',
  'setInterval',
  'performance',
  'crypto',
  'console',
].map((name) => ({ name, message: 'shared/ is pure.' }));

const IMPURE_SYNTAX = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The clock comes in as an argument.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock comes in as an argument.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Randomness comes in as an argument.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^toLocale/]',
    message: 'Formatting must not depend on the machine.',
  },
];

export const fences = [
  {
    files: ['shared/**/*.ts'],
    ignores: [...tests, 'shared/spreadsheet/**'],
    rules: {
      'no-restricted-imports': restrict(
        [HOSTS, spreadsheets, node, outside(['vue', 'pinia', 'chart.js'], 'shared/ has no screen.')],
        [dexie],
      ),
      'no-restricted-globals': ['error', ...IMPURE],
      'no-restricted-syntax': ['error', ...IMPURE_SYNTAX],
    },
  },
  {
    files: ['shared/spreadsheet/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-imports': restrict([HOSTS, node], [dexie]),
      'no-restricted-syntax': ['error', ...IMPURE_SYNTAX],
    },
  },
  {
    files: ['renderer/**/*.{ts,vue}'],
    ignores: [...tests, 'renderer/src/db/**', 'renderer/src/workbook/**'],
    rules: {
      'no-restricted-imports': restrict(
        [
          outside(['**/electron/**', '**/cli/**', 'electron', '**/shared/**'], 'renderer → shared only, as #shared/…'),
          spreadsheets,
          node,
          outside(
            ['#shared/spreadsheet', '#shared/spreadsheet/*'],
            'Only renderer/src/workbook reads and writes spreadsheets.',
          ),
        ],
        [dexie],
      ),
    },
  },
  {
    files: ['renderer/src/db/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-imports': restrict([
        outside(
          ['**/electron/**', '**/cli/**', 'electron', '**/shared/**', 'vue', 'pinia'],
          'renderer/src/db stores, nothing else.',
        ),
        spreadsheets,
        node,
      ]),
    },
  },
  {
    files: ['renderer/src/workbook/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-imports': restrict(
        [
          outside(['**/electron/**', '**/cli/**', 'electron', '**/shared/**'], 'renderer → shared only, as #shared/…'),
          spreadsheets,
          node,
        ],
        [dexie],
      ),
    },
  },
  {
    files: ['electron/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-imports': restrict(
        [
          outside(
            ['**/renderer/**', '**/cli/**', '**/shared/**', 'vue', 'pinia'],
            'electron → shared only, as #shared/…',
          ),
          spreadsheets,
        ],
        [dexie],
      ),
    },
  },
  {
    files: ['electron/main/ipc/**/*.ts', 'electron/main/services/**/*.ts', 'electron/preload/createPreloadApi.ts'],
    ignores: tests,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'electron',
              message: 'Takes what it needs as arguments, so that it can be tested.',
              allowTypeImports: true,
            },
          ],
        },
      ],
    },
  },
  {
    files: ['cli/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-imports': restrict(
        [
          outside(
            ['**/renderer/**', '**/electron/**', 'electron', '**/shared/**', 'vue', 'pinia'],
            'cli → shared only, as #shared/…',
          ),
          spreadsheets,
        ],
        [dexie],
      ),
    },
  },
];
