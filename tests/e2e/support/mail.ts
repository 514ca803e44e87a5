/** A message as its reader would have it. */
export interface ReadMail {
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/** Encoded words of RFC 2047 in a header value. */
const words = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, text: string) => Buffer.from(text, 'base64').toString('utf8'));

/** Head and body of a message or part; folded header lines are joined (RFC 5322). */
function split(part: string): { headers: Map<string, string>; body: string } {
  const end = part.indexOf('\r\n\r\n');
  const lines = part
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      words(line.slice(line.indexOf(':') + 1).trim()),
    ]),
  );
  return { headers, body: part.slice(end + 4) };
}

/** A parameter of a header, plain, quoted or extended (RFC 2231). */
function parameter(value: string, name: string): string {
  const extended = new RegExp(`${name}\\*=utf-8''([^;\\s]+)`, 'i').exec(value)?.[1];
  if (extended !== undefined) return decodeURIComponent(extended);
  return new RegExp(`${name}="?([^";]+)`, 'i').exec(value)?.[1] ?? '';
}

const content = ({ headers, body }: ReturnType<typeof split>): Buffer =>
  headers.get('content-transfer-encoding')?.toLowerCase() === 'base64'
    ? Buffer.from(body, 'base64')
    : Buffer.from(body, 'latin1');

/** Reads a multipart message (RFC 2045, 2046) written by somebody else; throws where it is none. */
export function readMail(bytes: Buffer): ReadMail {
  const { headers, body } = split(bytes.toString('latin1'));
  const boundary = parameter(headers.get('content-type') ?? '', 'boundary');
  if (boundary === '' || !body.includes(`--${boundary}--`)) throw new Error('no multipart message');
  const parts = body
    .split(`--${boundary}--`)[0]
    ?.split(`--${boundary}\r\n`)
    .slice(1)
    .map((part) => split(part));
  const isFile = (part: ReturnType<typeof split>): boolean =>
    /^attachment/i.test(part.headers.get('content-disposition') ?? '');
  return {
    headers,
    text: (parts ?? [])
      .filter((part) => !isFile(part))
      .map((part) => content(part).toString('utf8'))
      .join('\n'),
    attachments: (parts ?? []).filter(isFile).map((part) => ({
      name: parameter(part.headers.get('content-disposition') ?? '', 'filename'),
      bytes: content(part),
    })),
  };
}
