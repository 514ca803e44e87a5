/** A static server for the built renderer: loopback only, read only, the same security headers as Electron's `app://`. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { extname, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * IndexedDB belongs to an origin, and the port is part of it: another port is another, empty database. So the port never
 * changes by itself.
 */
export const PORT = 4173;
export const HOST = '127.0.0.1';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
export const RENDERER = resolve(PROJECT, 'dist/renderer');

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** @returns {Record<string, string>} */
function securityHeaders() {
  /** @type {Record<string, string[]>} */
  const parts = JSON.parse(readFileSync(resolve(PROJECT, 'shared/host/securityHeaders.json'), 'utf8'));
  return Object.fromEntries(Object.entries(parts).map(([name, values]) => [name, values.join('; ')]));
}

/**
 * The file a request means, or null when it means none: nothing outside the folder, no encoded way around.
 * @param {string} root @param {string} url
 */
export function fileOf(root, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch (error) {
    if (error instanceof URIError || error instanceof TypeError) return null;
    throw error;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = resolve(root, '.' + (path === '/' ? '/index.html' : path));
  return file.startsWith(root + sep) ? file : null;
}

/**
 * Serves a folder on the loopback address.
 * @param {{ root?: string, port?: number }} [options] port 0 takes any free one (tests)
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} rejects with code EADDRINUSE when the port is taken
 */
export function serve({ root = RENDERER, port = PORT } = {}) {
  const headers = securityHeaders();
  const server = createServer(async (request, response) => {
    const file = fileOf(root, request.url ?? '/');
    // A page of another site must not reach us under a name of its own (DNS rebinding).
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const known = host === HOST || host === 'localhost';
    if (!known || file === null || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(403, headers).end();
      return;
    }
    const body = await readFile(file).catch(() => null);
    if (body === null) {
      response.writeHead(404, { ...headers, 'content-type': 'text/plain' }).end('not found');
      return;
    }
    const immutable = /[\\/]assets[\\/]/.test(file);
    response.writeHead(200, {
      ...headers,
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-length': body.byteLength,
      'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, HOST, () => {
      const address = server.address();
      const actual = address !== null && typeof address === 'object' ? address.port : port;
      done({
        url: `http://${HOST}:${actual}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = await serve();
  console.log(`Waymark: ${url}`);
}
