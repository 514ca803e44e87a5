import { defaultPolicy } from '#shared/domain/builders';
import type { PlanId } from '#shared/domain/ids';
import type { MoneyUnit, Plan, Scenario } from '#shared/domain/plan';
import type { IsoDate } from '#shared/domain/primitives';
import type { PayoutBasis } from '#shared/domain/policy';
import { scenarioStarters } from '#shared/domain/seed/scenarioStarters';
import { periodProblem } from '#shared/domain/period';
import { likelyChoice, periodChoices, type PeriodChoice, type PeriodKind } from './period';

/** What the plan begins with: the scenario's starter, what an earlier plan leaves, or nothing. */
export type PlanOrigin = 'starter' | 'carry' | 'empty';

/** Everything the assistant asks. */
export interface PlanDraft {
  teamName: string;
  kind: PeriodKind;
  /** Month the fiscal year starts in, 1–12. */
  fiscalStart: number;
  /** Start of the chosen period, the key among the choices. */
  chosen: IsoDate;
  /** Typed ends of a custom period. */
  start: IsoDate;
  end: IsoDate;
  /** Name as typed; empty = the one proposed. */
  name: string;
  moneyUnit: MoneyUnit;
  /** Quantitative share in percent, whole. */
  quantitative: number;
  payoutBasis: PayoutBasis;
  origin: PlanOrigin;
  earlierId: PlanId | null;
  /** One person a line: name, then group. */
  people: string;
}

/** The draft one begins with: this team's newest plan gives name and unit, if there is one. */
export function emptyDraft(today: IsoDate, scenario: Scenario, newest: Plan | null): PlanDraft {
  const kind: PeriodKind =
    scenario === 'strategy' || scenario === 'plateau' ? 'quarter' : scenario === 'campaign' ? 'custom' : 'half';
  const choices = periodChoices(kind, today, 1);
  const starter = scenarioStarters.find((one) => one.scenario === scenario);
  const policy = { ...defaultPolicy(), ...starter?.policy };
  const likely = choices[likelyChoice(choices, today)];
  return {
    teamName: newest?.teamName ?? '',
    kind,
    fiscalStart: 1,
    chosen: likely?.start ?? '',
    start: likely?.start ?? '',
    end: likely?.end ?? '',
    name: '',
    moneyUnit: newest?.moneyUnit ?? 'wan',
    quantitative: Math.round(Number(policy.quantitativeShare) * 100),
    payoutBasis: policy.payoutBasis,
    origin: 'starter',
    earlierId: newest?.id ?? null,
    people: '',
  };
}

/** The chosen period, null when a custom one is typed. */
export function chosenPeriod(draft: PlanDraft, choices: readonly PeriodChoice[]): PeriodChoice | null {
  return draft.kind === 'custom' ? null : (choices.find((choice) => choice.start === draft.chosen) ?? null);
}

/**
 * The period after an earlier plan's, of the same length where that is a month, quarter, half or year; only as far as it is
 * among those offered. Nothing changes where none fits.
 */
export function followingPeriod(
  draft: PlanDraft,
  earlier: Pick<Plan, 'start' | 'end'>,
  today: IsoDate,
): Partial<Pick<PlanDraft, 'kind' | 'chosen'>> {
  for (const kind of ['month', 'quarter', 'half', 'year'] as const) {
    const choices = periodChoices(kind, today, draft.fiscalStart);
    const at = choices.findIndex(({ start, end }) => start === earlier.start && end === earlier.end);
    const next = at < 0 ? undefined : choices[at + 1];
    if (next) return { kind, chosen: next.start };
  }
  return {};
}

/** Fields that still need something, by name; empty when the plan can be made. */
export function draftProblems(draft: PlanDraft, choices: readonly PeriodChoice[]): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  if (draft.teamName.trim() === '') problems['teamName'] = 'teamName';
  const period =
    draft.kind === 'custom' ? periodProblem(draft.start, draft.end) : chosenPeriod(draft, choices) ? null : 'missing';
  if (period) problems['period'] = period;
  if (!Number.isInteger(draft.quantitative) || draft.quantitative < 0 || draft.quantitative > 100)
    problems['share'] = 'share';
  if (draft.origin === 'carry' && draft.earlierId === null) problems['earlier'] = 'earlier';
  return problems;
}

const NAME_HEADS = /^(姓名|员工|员工姓名|name)$/i;
const GROUP_HEADS = /^(部门\/小组|小组|部门|区域|团队|group|team|department|unit)$/i;

/**
 * The people typed or pasted, one a line: the name, then the group after a tab, comma, 、 or space. Of a table with a head
 * the columns are found by it, without one the first two are taken; what else stands there is for later. Blank lines are
 * passed over, and a name that stands twice counts once.
 */
export function readPeople(text: string): { readonly name: string; readonly group: string }[] {
  const lines = text.normalize('NFKC').split(/\r?\n/);
  const head = (lines.find((line) => line.trim() !== '') ?? '').split('\t').map((cell) => cell.trim());
  const nameAt = head.findIndex((cell) => NAME_HEADS.test(cell));
  const groupAt = head.findIndex((cell) => GROUP_HEADS.test(cell));
  const people = new Map<string, string>();
  for (const line of lines) {
    const [name, group] = line.includes('\t')
      ? [nameAt, groupAt].map((at, fallback) => line.split('\t')[nameAt < 0 ? fallback : at]?.trim() ?? '')
      : typedPerson(line);
    if (name && !NAME_HEADS.test(name) && !people.has(name)) people.set(name, group ?? '');
  }
  return [...people].map(([name, group]) => ({ name, group }));
}

/** A person typed into one line, e.g. `赵一鸣 华东组` or `Ann Lee, East`. */
function typedPerson(line: string): [name: string, group: string] {
  const [name = '', ...rest] = line.trim().split(/\s*[,、;]\s*|\s+(?=[\u4e00-\u9fff])/);
  return [name, rest.join(' ').trim()];
}
