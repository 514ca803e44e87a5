import type { Issue } from './issue';
import type { PlanData } from './planData';
import { issueAbout, onCycles, repeated } from './validateSupport';

/** Units: names, parents, cycles. */
export function validateUnits(data: PlanData): Issue[] {
  const issues: Issue[] = [];
  const units = [...data.units.values()];
  for (const unit of units) {
    if (unit.name.trim() === '') issues.push(issueAbout('units', unit.id, 'unit.noName', 'warning'));
    if (unit.parentId !== null && !data.units.has(unit.parentId)) {
      issues.push(issueAbout('units', unit.id, 'unit.noParent', 'error', { name: unit.name }));
    }
  }
  for (const { record } of repeated(units, (unit) => `${unit.parentId ?? ''}/${unit.name}`)) {
    issues.push(issueAbout('units', record.id, 'unit.duplicate', 'warning', { name: record.name }));
  }
  for (const id of onCycles(new Map(units.map((unit) => [unit.id, unit.parentId])))) {
    issues.push(issueAbout('units', id, 'unit.cycle', 'error', { name: data.units.get(id)?.name ?? '' }));
  }
  return issues;
}

/** Members: names, numbers, units, superiors, presence, bonus base. */
export function validateMembers(data: PlanData): Issue[] {
  const issues: Issue[] = [];
  const members = [...data.members.values()];
  for (const member of members) {
    const about = (code: string, level: Issue['level'], params: Issue['params'] = {}): void => {
      issues.push(issueAbout('members', member.id, code, level, { name: member.name, ...params }));
    };
    if (member.name.trim() === '') about('member.noName', 'error');
    if (member.unitId !== null && !data.units.has(member.unitId)) about('member.noUnit', 'error');
    if (member.superiorId !== null && !data.members.has(member.superiorId)) about('member.noSuperior', 'error');
    if (member.mentorId !== null && !data.members.has(member.mentorId)) about('member.noMentor', 'error');
    if (member.mentorId === member.id) about('member.ownMentor', 'warning');
    if (member.joinedOn !== null && member.leftOn !== null && member.leftOn < member.joinedOn) {
      about('member.datesReversed', 'error', { joined: member.joinedOn, left: member.leftOn });
    }
    if (absent(member.joinedOn, member.leftOn, data)) about('member.notPresent', 'warning');
    if (member.bonusBase < 0) about('member.bonusNegative', 'error');
  }
  for (const { record, key } of repeated(members, (member) => member.employeeNo)) {
    issues.push(
      issueAbout('members', record.id, 'member.duplicateNumber', 'error', { name: record.name, number: key }),
    );
  }
  // Namesakes are told apart by their numbers; only those without one cannot be.
  const counts = new Map<string, number>();
  for (const { name } of members) counts.set(name.trim(), (counts.get(name.trim()) ?? 0) + 1);
  const unnumbered = members.filter(
    (member) => member.employeeNo.trim() === '' && (counts.get(member.name.trim()) ?? 0) > 1,
  );
  for (const member of unnumbered) {
    issues.push(issueAbout('members', member.id, 'member.duplicate', 'error', { name: member.name }));
  }
  for (const id of onCycles(new Map(members.map((member) => [member.id, member.superiorId])))) {
    issues.push(issueAbout('members', id, 'member.superiorCycle', 'error', { name: data.members.get(id)?.name ?? '' }));
  }
  return issues;
}

const absent = (joinedOn: string | null, leftOn: string | null, { plan }: PlanData): boolean =>
  (joinedOn !== null && joinedOn > plan.end) || (leftOn !== null && leftOn < plan.start);
