import headers from './securityHeaders.json';

/**
 * The headers every answer of the application carries, whoever serves it: Electron's `app://` handler and the local
 * server of the browser host (which reads the same JSON file, since it runs without a compiler).
 *
 * The policy has no `unsafe-inline` and no `unsafe-eval`. The trusted-types policy `vue` is Vue's own; `default` is
 * installed by `renderer/src/host/trustedTypes.ts` and lets through nothing but worker scripts of the same origin.
 */
export const securityHeaders: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(headers).map(([name, parts]) => [name, parts.join('; ')]),
);
