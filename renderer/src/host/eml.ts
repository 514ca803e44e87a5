import type { MailDraft } from '#shared/host/api';
import { safeFileName } from '#shared/host/fileName';

const encoder = new TextEncoder();

/** Base64, 4-byte groups. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** Base64 in lines of 76 characters, as mail wants bodies (RFC 2045). */
const body = (bytes: Uint8Array): string => base64(bytes).replace(/.{76}(?=.)/g, '$&\r\n');

/** Header text as encoded words of at most 75 characters, cut between characters (RFC 2047). */
export function encodedWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text) && !text.includes('=?')) return text;
  const words: string[] = [];
  let part = '';
  for (const character of text) {
    if (encoder.encode(part + character).length > 45) {
      words.push(part);
      part = '';
    }
    part += character;
  }
  words.push(part);
  return words.map((word) => `=?UTF-8?B?${base64(encoder.encode(word))}?=`).join('\r\n ');
}

/** A file name for old and new mail programs (RFC 2231 beside an encoded word). */
function attachmentHeaders(name: string): string {
  const percent = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return [
    `Content-Type: application/octet-stream;\r\n name="${encodedWords(name)}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment;\r\n filename*=UTF-8''${percent}`,
  ].join('\r\n');
}

/**
 * The draft as the bytes of an .eml file. `X-Unsent: 1` makes Outlook and others open it for sending.
 * @param boundary separates the parts; text that occurs in none of them, for example random digits
 */
export function buildEml(draft: MailDraft, boundary: string): Uint8Array {
  const head = [
    'X-Unsent: 1',
    ...(draft.to.length > 0 ? [`To: ${draft.to.join(',\r\n ')}`] : []),
    `Subject: ${encodedWords(draft.subject)}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
  ];
  const text = draft.text.replace(/\r?\n/g, '\r\n');
  const parts = [
    `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${body(encoder.encode(text))}`,
    ...draft.attachments.map(({ name, bytes }) => `${attachmentHeaders(safeFileName(name))}\r\n\r\n${body(bytes)}`),
  ];
  const message = `${head.join('\r\n')}\r\n\r\n${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`;
  return encoder.encode(message);
}
