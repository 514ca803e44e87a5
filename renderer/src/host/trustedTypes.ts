/** The part of the browser's trusted-types factory used here; TypeScript's DOM library does not know it yet. */
export interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string, type: string, sink: string): string | null },
  ): unknown;
}

/**
 * The address of a worker's script if it is one of ours, else null, which the browser turns into an error. Script
 * elements are refused whatever they point to: the application has none but those in index.html.
 */
export function workerScriptUrl(url: string, sink: string, origin: string): string | null {
  if (!/worker/i.test(sink)) return null;
  const parsed = URL.parse(url, origin);
  // `origin` of app:// is "null" in some engines, so scheme and host are compared.
  const own = new URL(origin);
  return parsed !== null && parsed.protocol === own.protocol && parsed.host === own.host ? parsed.href : null;
}

/**
 * Installs the trusted-types policy `default`: worker scripts of this origin pass, nothing else becomes a script. Call
 * once, before the first worker; does nothing where the browser has no trusted types.
 */
export function installTrustedTypes(
  factory: TrustedTypesFactory | undefined = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes,
  page: string = location.href,
): void {
  factory?.createPolicy('default', {
    createScriptURL: (url, _type, sink) => workerScriptUrl(url, sink, page),
  });
}
