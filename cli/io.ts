import type { NewId } from '#shared/domain/ids';
import type { Instant, IsoDate } from '#shared/domain/primitives';
import type { TextLocale } from '#shared/texts/issueText';

/** Everything impure a command needs; tests give their own. */
export interface CliIo {
  /** One line to standard output. */
  readonly print: (line: string) => void;
  /** One line to standard error. */
  readonly complain: (line: string) => void;
  readonly now: () => Instant;
  /** The day it is where the user sits. */
  readonly today: () => IsoDate;
  readonly newId: NewId;
  readonly locale: TextLocale;
}

/** Exit codes: all well; `check` found problems; bad input or usage. */
export const EXIT = { ok: 0, problems: 1, badInput: 2 } as const;

/** A reason to stop with exit code 2: one clear line. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}
