/** How long an address of bytes stays good: the browser may still ask the person where to put the file. */
const KEEP_URL_MS = 60_000;

/** Hands bytes to the browser as a download under that name. */
export function download(page: Document, name: string, bytes: Uint8Array, type = 'application/octet-stream'): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = page.createElement('a');
  link.href = url;
  link.download = name;
  link.hidden = true;
  page.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_URL_MS);
}
