import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const project = fileURLToPath(new URL('..', import.meta.url));
const entries: Record<string, string> = {
  main: `${project}electron/main/index.ts`,
  preload: `${project}electron/preload/index.ts`,
};

/**
 * Main and preload, one CJS file each with everything bundled (`--mode main`, `--mode preload`). A sandboxed preload may
 * require only `electron`, `events`, `timers` and `url`, and cannot be a module.
 */
export default defineConfig(({ mode }) => {
  const entry = entries[mode];
  if (entry === undefined) throw new Error(`vite.electron.ts: --mode must be main or preload, not "${mode}"`);
  return {
    root: project,
    publicDir: false,
    cacheDir: `${project}node_modules/.cache/vite`,
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: entry,
      outDir: `${project}dist/electron`,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: `${mode}.cjs`, codeSplitting: false },
      },
    },
  };
});
