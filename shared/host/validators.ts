import { z } from 'zod';
import { err, ok, type Result } from '../domain/issue';
import type { HostCalls, HostMethod } from './channels';
import { HOST_ERRORS, hostError } from './errors';

// The policy of the page forbids code from text; without this zod would try it once and be reported.
z.config({ jitless: true });

/** The largest file or backup a host takes or gives, in bytes. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

/** Checked by tag, not by `instanceof`: the array may come from another realm. */
const isBytes = (value: unknown): value is Uint8Array =>
  Object.prototype.toString.call(value) === '[object Uint8Array]';

const bytes = z.custom<Uint8Array>((value) => isBytes(value) && value.byteLength <= MAX_FILE_BYTES);
const fileName = z.string().min(1).max(500);
/** Text that becomes a header: a line break in it would become another header. */
const headerText = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\r\n\0]*$/);
const count = z.number().int().min(0).max(1e9);

const filter = z.strictObject({
  name: z.string().max(100),
  extensions: z
    .array(z.string().regex(/^[A-Za-z0-9]{1,12}$/))
    .min(1)
    .max(20),
});

const schemas = {
  info: z.tuple([]),
  openFiles: z.tuple([z.strictObject({ filters: z.array(filter).max(20), multiple: z.boolean() })]),
  saveFile: z.tuple([z.strictObject({ suggestedName: fileName, bytes })]),
  showFile: z.tuple([z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)]),
  openMailDraft: z.tuple([
    z.strictObject({
      to: z.array(headerText(320).regex(/^[^\s<>,;"]+@[^\s<>,;"]+$/)).max(100),
      subject: headerText(500),
      text: z.string().max(1_000_000),
      attachments: z.array(z.strictObject({ name: fileName, bytes })).max(50),
    }),
  ]),
  printToPdf: z.tuple([z.strictObject({ suggestedName: fileName, landscape: z.boolean() })]),
  writeBackup: z.tuple([
    z.strictObject({ kind: z.enum(['recent', 'daily', 'manual']), bytes, plans: count, records: count }),
  ]),
  listBackups: z.tuple([]),
  readBackup: z.tuple([z.string().regex(/^(recent|daily|manual)-[0-9A-Za-z-]{1,100}$/)]),
  setTheme: z.tuple([z.enum(['light', 'dark', 'system'])]),
} satisfies Record<HostMethod, z.ZodType>;

/**
 * The arguments of a call, checked; unknown properties, missing or additional arguments are refused.
 * Errors: `host.badArguments` with the method and the place of the first fault (never its value).
 */
export function validateArguments<M extends HostMethod>(
  method: M,
  given: readonly unknown[],
): Result<Parameters<HostCalls[M]>> {
  const checked = schemas[method].safeParse(given);
  if (checked.success) return ok(checked.data as unknown as Parameters<HostCalls[M]>);
  const at = checked.error.issues[0]?.path.join('.') ?? '';
  return err(hostError(HOST_ERRORS.badArguments, { method, at }));
}

/** The number with which the page answers `BEFORE_CLOSE_CHANNEL`. */
export const closeReadySchema = z.tuple([z.number().int().min(1)]);
