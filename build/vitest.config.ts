import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

/** Unit, property, contract and vector tests. The end-to-end suite has a configuration of its own. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [vue()],
  define: { __APP_VERSION__: JSON.stringify('0.0.0') },
  test: {
    include: ['{shared,electron,cli,renderer,tests}/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'node_modules/**', 'dist/**'],
    benchmark: { include: ['tests/benchmarks/**/*.bench.ts'] },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
