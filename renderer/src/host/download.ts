/** How long an address of bytes stays good: the browser may still ask the person where to put the file. */
const KEEP_URL_MS = 60_000;

/** Browsers drop, without a word, what a page downloads beyond ten files in a second: files go out at this distance. */
const APART_MS = 150;
let free = 0;

/** Hands bytes to the browser as a download under that name, at the earliest a little after the one before. */
export async function download(
  page: Document,
  name: string,
  bytes: Uint8Array,
  type = 'application/octet-stream',
): Promise<void> {
  const now = Date.now();
  const wait = Math.max(0, free - now);
  free = now + wait + APART_MS;
  if (wait > 0) await new Promise((go) => setTimeout(go, wait));
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
