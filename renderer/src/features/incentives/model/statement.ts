import type { PlanResult } from '#shared/calc/result';
import type { MemberId } from '#shared/domain/ids';
import type { PlanData } from '#shared/domain/planData';
import type { WorkbookModel } from '#shared/workbook/model';
import { payoutDerivation } from '../../derivation/payoutDerivation';
import type { DerivationContext } from '../../derivation/context';
import type { DerivationStep } from '../../../ui/derivationStep';

/** What a person's incentive statement says: that person only, no rank, no figure of anybody else. */
export interface Statement {
  readonly memberId: MemberId;
  readonly name: string;
  readonly email: string;
  readonly sub: string;
  readonly steps: readonly DerivationStep[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** The statement of one member; null for somebody who is not paid here. */
export function statementOf(
  data: PlanData,
  result: PlanResult,
  memberId: MemberId,
  t: DerivationContext['t'],
): Statement | null {
  const member = data.members.get(memberId);
  const derivation = payoutDerivation(memberId, { data, result, t });
  if (!member || !derivation) return null;
  const unit = member.unitId === null ? '' : (data.units.get(member.unitId)?.name ?? '');
  const record = data.payouts.get(memberId);
  const facts = [
    { label: t('incentives.statement.state'), value: t(`common.payoutState.${record?.state ?? 'draft'}`) },
    { label: t('incentives.awards.nonMaterial'), value: record?.nonMaterial ?? '' },
    { label: t('incentives.statement.basis'), value: record?.basis ?? '' },
    { label: t('incentives.statement.method'), value: record?.method ?? '' },
    { label: t('incentives.statement.paidOn'), value: record?.paidOn ?? '' },
  ].filter(({ value }) => value !== '');
  return {
    memberId,
    name: member.name,
    email: member.email,
    sub: [unit, member.position].filter((part) => part !== '').join(' · '),
    steps: derivation.sections.flatMap((section) => section.steps),
    facts,
  };
}

/** The statement as the text of a mail. */
export function statementText(statement: Statement): string {
  const steps = statement.steps.map(({ label, unit, value, source }) => {
    const head = unit === undefined ? label : `${label} (${unit})`;
    return source === undefined ? `${head}: ${value}` : `${head}: ${value} (${source})`;
  });
  return [...steps, '', ...statement.facts.map(({ label, value }) => `${label}: ${value}`)].join('\n');
}

/** Statements in one file, a sheet per person under the person's name; null without any. */
export function statementsBook(
  books: readonly { readonly name: string; readonly book: WorkbookModel }[],
  title: string,
): WorkbookModel | null {
  const [first, ...more] = books;
  if (!first || more.length === 0) return first?.book ?? null;
  const used = new Set<string>();
  const sheets = books.flatMap(({ name, book }) =>
    book.sheets.map((sheet) => {
      let free = name;
      for (let n = 2; used.has(free); n++) free = `${name} ${n}`;
      used.add(free);
      return { ...sheet, name: free };
    }),
  );
  return { ...first.book, sheets, title };
}
