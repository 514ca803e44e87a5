import { z } from 'zod';
import { err, ok, type Result } from '#shared/domain/issue';
import { decodeBytes, encodeBytes, fromBase64, toBase64 } from './bytes';

/** First word of a sealed archive, and the version of its envelope. */
export const SEALED_FORMAT = 'waymark-sealed-archive';
const VERSION = 1;

/** Rounds of PBKDF2-SHA-256 for new archives (OWASP's figure of 2023), and the most a file may ask for. */
const ROUNDS = 600_000;
const MOST_ROUNDS = 10_000_000;

const envelope = z.object({
  format: z.literal(SEALED_FORMAT),
  version: z.number().int(),
  rounds: z.number().int().min(100_000).max(MOST_ROUNDS),
  salt: z.string().max(200),
  iv: z.string().max(200),
  data: z.string(),
});

type Envelope = z.infer<typeof envelope>;

/** What is authenticated along with the content: a changed header opens with no password. */
const header = (sealed: Omit<Envelope, 'data'>): Uint8Array<ArrayBuffer> =>
  encodeBytes([sealed.format, sealed.version, sealed.rounds, sealed.salt, sealed.iv].join('\n'));

async function keyOf(
  password: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
  use: KeyUsage,
): Promise<CryptoKey> {
  // NFKC, so that a password typed with another keyboard or input method is the same password.
  const secret = encodeBytes(password.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  const kdf = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(kdf, material, { name: 'AES-GCM', length: 256 }, false, [use]);
}

/** Seals a text with a password (AES-256-GCM under a key derived by PBKDF2). The answer is a JSON text in UTF-8. */
export async function sealArchive(text: string, password: string): Promise<Uint8Array<ArrayBuffer>> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const head = {
    format: SEALED_FORMAT,
    version: VERSION,
    rounds: ROUNDS,
    salt: toBase64(salt),
    iv: toBase64(iv),
  } as const;
  const key = await keyOf(password, salt, ROUNDS, 'encrypt');
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: header(head) },
    key,
    encodeBytes(text),
  );
  return encodeBytes(JSON.stringify({ ...head, data: toBase64(new Uint8Array(data)) }));
}

/** Whether a text is a sealed archive, so that a password has to be asked for. */
export function isSealed(text: string): boolean {
  return text.slice(0, 80).replace(/\s/g, '').startsWith(`{"format":"${SEALED_FORMAT}"`);
}

/**
 * Opens a sealed archive. Errors: `archive.damaged` (not one, or cut off), `archive.newer` (an envelope of a later
 * version), `archive.password` (wrong password, or the content was changed: the two cannot be told apart).
 */
export async function unsealArchive(text: string, password: string): Promise<Result<string>> {
  const sealed = parse(text);
  if (!sealed) return err({ code: 'archive.damaged' });
  if (sealed.version > VERSION) return err({ code: 'archive.newer' });
  const [salt, iv, data] = [fromBase64(sealed.salt), fromBase64(sealed.iv), fromBase64(sealed.data)];
  if (!salt || !iv || !data) return err({ code: 'archive.damaged' });
  const key = await keyOf(password, salt, sealed.rounds, 'decrypt');
  let plain: ArrayBuffer;
  try {
    plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: header(sealed) }, key, data);
  } catch {
    return err({ code: 'archive.password' });
  }
  const content = decodeBytes(new Uint8Array(plain));
  return content === null ? err({ code: 'archive.damaged' }) : ok(content);
}

function parse(text: string): Envelope | null {
  try {
    return envelope.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
