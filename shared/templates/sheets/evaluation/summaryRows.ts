import type { Conversation } from '../../../domain/evaluation';
import type { Member } from '../../../domain/organisation';
import type { GradeBand } from '../../../domain/policy';
import type { Fraction, MemberResult } from '../../../calc/result';
import type { ImportRow, ImportTarget, RowOutcome, SheetContext } from '../../definition';
import { improvementText, parseImprovement } from '../../codec/improvementText';
import { looseText } from '../../codec/text';
import { memberNamed } from '../../import/people';
import { evaluatedMembers, nameIsUnique } from './formulaParts';
import { scoreLines } from './scoreRows';
import { completionEdges } from './shownFormat';

/** One line of 绩效汇总. */
export interface SummaryRow {
  readonly member: Member;
  readonly result: MemberResult | null;
  readonly conversation: Conversation | null;
  /** The member's scores follow from the rows of 评估明细, by kind. */
  readonly live: { readonly quantitative: boolean; readonly qualitative: boolean };
  readonly edges: readonly Fraction[];
  readonly grades: readonly GradeBand[];
}

/** Ranked members, best first. */
export function summaryRows(ctx: SheetContext): SummaryRow[] {
  const lines = scoreLines(ctx);
  const { policy } = ctx.data.plan;
  const edges = completionEdges(policy);
  return evaluatedMembers(ctx).map((member): SummaryRow => {
    const unique = nameIsUnique(ctx.data, member);
    const own = lines.filter((line) => line.member === member);
    const allLive = (kind: string): boolean =>
      unique && own.filter(({ score }) => score.kind === kind).every((line) => line.weightLive);
    return {
      member,
      result: ctx.result.members.get(member.id) ?? null,
      conversation: ctx.data.conversations.get(member.id) ?? null,
      live: { quantitative: allLive('quantitative'), qualitative: allLive('qualitative') },
      edges,
      grades: policy.grades,
    };
  });
}

/** The text columns become the member's conversation; figures are computed and never read. */
export function importSummary(row: ImportRow, target: ImportTarget): RowOutcome {
  const byKey = target.data.members.get(row.key ?? '');
  const member = byKey?.name === row.text('name') ? byKey : memberNamed(target, row.text('name'));
  if (!member) return { refused: { code: 'import.unknownPerson', column: 'name', params: { text: row.text('name') } } };
  const known = target.data.conversations.get(member.id);
  // Both sides have confirmed: the record is read-only, also for a workbook that comes back.
  if (known && known.managerConfirmedAt !== null && known.memberConfirmedAt !== null) {
    const column = changedText(row, known);
    return column === null
      ? { key: member.id }
      : { refused: { code: 'import.talkConfirmed', column, params: { text: member.name } } };
  }
  const old = known ?? emptyConversation(member.id);
  const kept = (column: 'achievements' | 'gaps' | 'memberOpinion'): string =>
    row.has(column) ? row.text(column) : old[column];
  const texts = { achievements: kept('achievements'), gaps: kept('gaps'), memberOpinion: kept('memberOpinion') };
  // What was confirmed before these texts came is not confirmed any more.
  const again = known && changedText(row, known) !== null ? { managerConfirmedAt: null, memberConfirmedAt: null } : {};
  const improvement = row.has('improvement') ? parseImprovement(row.text('improvement')) : old.improvement;
  const empty = Object.values(texts).every((text) => text === '') && improvement.length === 0;
  if (known || !empty) target.put('conversations', { ...old, ...texts, improvement, ...again });
  return { key: member.id };
}

/** The first text column that says something else than the record; null = none. */
function changedText(row: ImportRow, known: Conversation): string | null {
  const { achievements, gaps, memberOpinion } = known;
  const shown = { achievements, gaps, memberOpinion, improvement: improvementText(known.improvement) };
  const changed = Object.entries(shown).find(
    ([column, text]) => row.has(column) && looseText(row.text(column)) !== looseText(text),
  );
  return changed?.[0] ?? null;
}

/** A conversation nobody has prepared yet. */
export function emptyConversation(memberId: string): Conversation {
  return {
    id: memberId,
    scheduledOn: null,
    heldOn: null,
    achievements: '',
    gaps: '',
    memberOpinion: '',
    improvement: [],
    privateNotes: '',
    managerConfirmedAt: null,
    memberConfirmedAt: null,
  };
}
