import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const project = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${project}package.json`, 'utf8')) as { version: string };

/**
 * The Vue application, for Electron (`app://waymark/`) and for a browser (`http://127.0.0.1:4173/`): both serve it at the
 * root, so the base is `/`. Nothing is inlined, because the policy allows no inline script, style or font.
 */
export default defineConfig({
  root: `${project}renderer`,
  base: '/',
  cacheDir: `${project}node_modules/.cache/vite`,
  plugins: [vue()],
  define: {
    __APP_VERSION__: JSON.stringify(version),
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', port: 5317, strictPort: true, fs: { allow: [project] } },
  preview: { host: '127.0.0.1', port: 4173, strictPort: true },
  build: {
    outDir: `${project}dist/renderer`,
    emptyOutDir: true,
    target: 'chrome122',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2500,
    reportCompressedSize: false,
  },
});
