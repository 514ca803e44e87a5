import type { PlanResult } from '#shared/calc/result';
import type { MemberId } from '#shared/domain/ids';
import type { PlanData } from '#shared/domain/planData';
import type { Instant } from '#shared/domain/primitives';
import { renderGoalLetter } from '#shared/templates/forms/goalLetter';
import type { Locale } from '#shared/templates/definition';
import type { WorkbookModel } from '#shared/workbook/model';
import type { AgreementLine } from './agreement';

/** Longest name of a sheet in a workbook. */
const NAME_LENGTH = 31;

/** Who signs a letter: the person who holds the goals, or who answers for a unit's; null where nobody is named. */
export function signerOf(line: AgreementLine): MemberId | null {
  if (line.holder.kind === 'member') return line.holder.memberId;
  return line.goals.find((goal) => goal.accountableId !== null)?.accountableId ?? null;
}

/** Names for sheets: characters a workbook forbids are left out, equal names are numbered. */
function sheetName(wanted: string, taken: Set<string>): string {
  const base = wanted.replace(/[\\/?*[\]:']/g, '').slice(0, NAME_LENGTH) || '-';
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${base.slice(0, NAME_LENGTH - 4)} ${n}`;
  taken.add(name.toLowerCase());
  return name;
}

/** The goal letters of several people as one workbook, a sheet each; everybody once. null where nobody is named. */
export function letterBook(
  lines: readonly AgreementLine[],
  options: {
    readonly data: PlanData;
    readonly result: PlanResult;
    readonly locale: Locale;
    readonly exportedAt: Instant;
  },
): WorkbookModel | null {
  const people = new Set(lines.flatMap((line) => signerOf(line) ?? []));
  const taken = new Set<string>();
  const books = [...people].map((memberId) => ({ memberId, book: renderGoalLetter({ ...options, memberId }) }));
  const first = books[0];
  if (!first) return null;
  const sheets = books.flatMap(({ memberId, book }) =>
    book.sheets.map((sheet) => ({
      ...sheet,
      name: sheetName(options.data.members.get(memberId)?.name ?? '', taken),
    })),
  );
  return { ...first.book, sheets, title: books.length === 1 ? first.book.title : options.data.plan.name };
}
