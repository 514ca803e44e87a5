import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailDraft } from '#shared/host/api';
import { safeFileName } from '#shared/host/fileName';

/**
 * The draft as the bytes of an .eml file. `X-Unsent: 1` makes Outlook and others open it for sending. Attachments are
 * bytes only: the composer may read neither files nor addresses.
 */
export function buildMailDraft(draft: MailDraft): Promise<Uint8Array> {
  const composer = new MailComposer({
    to: [...draft.to],
    subject: draft.subject,
    text: draft.text,
    headers: { 'X-Unsent': '1' },
    attachments: draft.attachments.map(({ name, bytes }) => ({
      filename: safeFileName(name),
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      contentType: 'application/octet-stream',
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
