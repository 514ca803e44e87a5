import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { APP_SCHEME } from '#shared/host/channels';
import { securityHeaders } from '#shared/host/securityHeaders';
import { isAppUrl } from './ipc/trustedSender';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** Once, before the application is ready: a secure origin of its own, so that IndexedDB and workers are there. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** The file an address means; null for anything outside the folder or of another host. */
function fileOf(root: string, url: string): string | null {
  if (!isAppUrl(url)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(url).pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = resolve(root, `.${path === '/' || path === '' ? '/index.html' : path}`);
  return file.startsWith(root + sep) ? file : null;
}

/** Serves the built renderer as `app://waymark/`, read only, with the headers every host sends. */
export function serveRenderer(session: Session, folder: string): void {
  const root = resolve(folder);
  session.protocol.handle(APP_SCHEME, async (request) => {
    const file = fileOf(root, request.url);
    if (file === null || request.method !== 'GET') return new Response(null, { status: 403, headers: securityHeaders });
    const body = await readFile(file).catch(() => null);
    if (body === null) return new Response(null, { status: 404, headers: securityHeaders });
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    return new Response(new Uint8Array(body), { headers: { ...securityHeaders, 'content-type': type } });
  });
}
