import { fromDecimal } from '#shared/calc/fraction';
import { fenToYuan, parseDecimal, toDecimal, yuanToFen } from '#shared/calc/quantity';
import { makeMember, makeUnit } from '#shared/domain/builders';
import { putRecord, removeRecord, type Change } from '#shared/domain/change';
import type { NewId } from '#shared/domain/ids';
import type { Member } from '#shared/domain/organisation';
import type { PlanData } from '#shared/domain/planData';
import type { Fen } from '#shared/domain/primitives';

/** The members in their own order. */
export const orderedMembers = (data: PlanData): Member[] =>
  [...data.members.values()].sort((a, b) => a.order - b.order);

/** 元 as people write them, to 分; null when it is no amount, negative, or has more than two fraction digits. */
export function readYuan(text: string): Fen | null {
  const parsed = parseDecimal(text.normalize('NFKC').replace(/[,\s¥]/g, ''));
  if (!parsed.ok || !/^\d{1,12}(\.\d{1,2})?$/.test(parsed.value)) return null;
  return yuanToFen(fromDecimal(parsed.value));
}

/** 分 as plain 元 for an editable field. */
export const yuanText = (fen: Fen): string => toDecimal(fenToYuan(fen), 2);

/** Puts a member into the unit of that name, which is made when there is none; an empty name means no unit. */
export function moveToUnit(data: PlanData, member: Member, unitName: string, newId: NewId): Change[] {
  if (unitName === '') return [putRecord(data, 'members', { ...member, unitId: null })];
  const known = [...data.units.values()].find((unit) => unit.name === unitName);
  if (known) return [putRecord(data, 'members', { ...member, unitId: known.id })];
  const unit = makeUnit({ id: newId(), name: unitName, order: data.units.size });
  return [putRecord(data, 'units', unit), putRecord(data, 'members', { ...member, unitId: unit.id })];
}

/** Names the superior: the member of that name where there is one, else as written. */
export function withSuperior(data: PlanData, member: Member, name: string): Member {
  const found = [...data.members.values()].find((one) => one.name === name && one.id !== member.id);
  return { ...member, superiorId: found?.id ?? null, superiorName: found ? '' : name };
}

/** A fresh member at the end of the list. */
export function newMember(data: PlanData, id: string, name: string): Member {
  return makeMember({ id, name, order: Math.max(-1, ...[...data.members.values()].map((one) => one.order)) + 1 });
}

/** What a member carries: the goals that would be left behind. Someone with goals is not removed. */
export function goalsOf(data: PlanData, memberId: string): string[] {
  return [...data.goals.values()]
    .filter((goal) => goal.holder.kind === 'member' && goal.holder.memberId === memberId)
    .map((goal) => goal.code);
}

/** Removes a member who carries no goal, and what is only about that person. */
export function removeMember(data: PlanData, memberId: string): Change[] {
  const adjustments = [...data.adjustments.values()].filter((one) => one.memberId === memberId);
  const forms = [...data.feedbackForms.values()].filter((one) => one.assesseeId === memberId);
  return [
    ...adjustments.flatMap((one) => removeRecord(data, 'adjustments', one.id)),
    ...forms.flatMap((one) => removeRecord(data, 'feedbackForms', one.id)),
    ...(['feedbackDecisions', 'conversations', 'payouts'] as const).flatMap((name) =>
      removeRecord(data, name, memberId),
    ),
    ...removeRecord(data, 'members', memberId),
  ];
}
