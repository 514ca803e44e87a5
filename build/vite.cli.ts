import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const project = fileURLToPath(new URL('..', import.meta.url));

/** The command line: one file for Node with everything bundled, so that starting it costs one read. */
export default defineConfig({
  root: project,
  publicDir: false,
  cacheDir: `${project}node_modules/.cache/vite`,
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  // The browser's bundle of exceljs: the same code as in the window, and without the zip and stream packages of its Node build.
  resolve: { alias: { exceljs: 'exceljs/dist/exceljs.min.js' } },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: `${project}cli/index.ts`,
    outDir: `${project}dist/cli`,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        format: 'es',
        entryFileNames: 'waymark.mjs',
        codeSplitting: false,
        // Bundled CommonJS libraries ask for Node's own modules through `require`.
        banner:
          "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
      },
    },
  },
});
