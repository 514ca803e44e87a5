import { putRecord, type Change } from '#shared/domain/change';
import type { LogEntry } from '#shared/domain/evaluation';
import type { PlanData } from '#shared/domain/planData';
import { usePlanStore } from '../stores/plan';
import { services } from '../stores/services';

/** Kinds of letters the application drafts. */
export const MAIL_KINDS = ['forms', 'reminders', 'statements', 'letters', 'minutes'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Drafts of one kind that were made together. */
export interface MailEntry {
  readonly kind: MailKind;
  readonly at: string;
  /** To whom, by name. */
  readonly names: readonly string[];
}

const SEPARATOR = '、';
const codeOf = (kind: MailKind): string => `mail.${kind}`;

/** The line of the plan's log that says which drafts were made, and for whom. Whether they were sent is not known here. */
export function mailLogChange(data: PlanData, kind: MailKind, names: readonly string[]): Change {
  const { newId, now } = services();
  const entry: LogEntry = { id: newId(), at: now(), code: codeOf(kind), detail: names.join(SEPARATOR) };
  return putRecord(data, 'log', entry);
}

/** Writes that line; nothing for nobody. */
export function logMails(kind: MailKind, names: readonly string[]): void {
  const store = usePlanStore();
  if (store.data && names.length > 0) {
    store.edit('data.mail.step', [mailLogChange(store.data, kind, names)], { n: names.length });
  }
}

/** Drafts that were made, the latest first. */
export function mailEntries({ log }: Pick<PlanData, 'log'>): MailEntry[] {
  return [...log.values()]
    .flatMap(({ at, code, detail }) => {
      const kind = MAIL_KINDS.find((one) => codeOf(one) === code);
      return kind ? [{ kind, at, names: detail.split(SEPARATOR) }] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}
