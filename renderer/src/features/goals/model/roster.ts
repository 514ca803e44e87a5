import { fromDecimal } from '#shared/calc/fraction';
import { parseDecimal, yuanToFen } from '#shared/calc/quantity';
import { makeMember } from '#shared/domain/builders';
import { applyChanges, putRecord, type Change } from '#shared/domain/change';
import type { NewId } from '#shared/domain/ids';
import type { PlanData } from '#shared/domain/planData';
import { parseTsv } from '../../../ui/grid/tsv';
import { plainNumber } from '../../../ui/grid/sums';

/** A pasted line that is not taken, and why (key under `goals.roster.refused`). */
export interface RosterRefusal {
  /** 1 = first line. */
  readonly line: number;
  readonly text: string;
  readonly reason: 'noName' | 'unknownGroup' | 'badBonus' | 'twice';
}

export interface RosterPlan {
  readonly changes: readonly Change[];
  readonly added: number;
  readonly updated: number;
  readonly refused: readonly RosterRefusal[];
}

const COLUMNS = ['name', 'group', 'position', 'superior', 'bonus'] as const;
/** What the head of a column may say, without its unit. */
const HEADS: Readonly<Record<(typeof COLUMNS)[number], RegExp>> = {
  name: /^(姓名|员工|员工姓名|name)$/i,
  group: /^(部门\/小组|小组|部门|区域|团队|group|team|department|unit)$/i,
  position: /^(岗位|职位|职务|position|title)$/i,
  superior: /^(直接上级|上级|superior|manager)$/i,
  bonus: /^(奖金基数|绩效奖金基数|奖金基准|bonus base|bonus)$/i,
};

/** Where each column stands, by the head of the table; without a head in the usual order. */
function placesOf(head: readonly string[]): { readonly places: readonly number[]; readonly headed: boolean } {
  const plain = head.map((cell) => cell.trim().replace(/\s*[(（].*[)）]$/, ''));
  const found = COLUMNS.map((column) => plain.findIndex((cell) => HEADS[column].test(cell)));
  const headed = (found[0] ?? -1) >= 0;
  return { places: headed ? found : COLUMNS.map((_, place) => place), headed };
}

/**
 * A list of people as pasted: name, group, position, superior, bonus base (元), or in whichever columns the head of the table
 * names. Who is known by name or alias is updated, others are added; empty cells change nothing. A superior who is no
 * member stays as written.
 */
export function planRoster(data: PlanData, text: string, newId: NewId): RosterPlan {
  const changes: Change[] = [];
  const refused: RosterRefusal[] = [];
  const seen = new Set<string>();
  let next = data;
  let added = 0;
  const lines = parseTsv(text);
  const { places, headed } = placesOf(lines[0] ?? []);
  lines.forEach((cells, index) => {
    const [name = '', group = '', position = '', superior = '', bonus = ''] = places.map(
      (at) => cells[at]?.trim() ?? '',
    );
    const refuse = (reason: RosterRefusal['reason'], what: string): void =>
      void refused.push({ line: index + 1, text: what, reason });
    if (cells.every((cell) => cell.trim() === '') || (index === 0 && headed)) return;
    if (name === '') return refuse('noName', cells.join(' '));
    if (seen.has(name)) return refuse('twice', name);
    seen.add(name);
    const unit = group === '' ? null : [...next.units.values()].find((one) => one.name === group);
    if (unit === undefined) return refuse('unknownGroup', group);
    const base = bonus === '' ? null : parseDecimal(plainNumber(bonus));
    if (base && (!base.ok || base.value.startsWith('-'))) return refuse('badBonus', bonus);
    const known = [...next.members.values()].find((one) => one.name === name || one.aliases.includes(name));
    const boss = [...next.members.values()].find((one) => one.name === superior);
    const member = known ?? makeMember({ id: newId(), name, order: next.members.size });
    const change = putRecord(next, 'members', {
      ...member,
      unitId: unit?.id ?? member.unitId,
      position: position || member.position,
      superiorId: superior === '' ? member.superiorId : (boss?.id ?? null),
      superiorName: superior === '' ? member.superiorName : boss ? '' : superior,
      bonusBase: base?.ok ? yuanToFen(fromDecimal(base.value)) : member.bonusBase,
    });
    if (!known) added += 1;
    changes.push(change);
    next = applyChanges(next, [change]);
  });
  return { changes, added, updated: changes.length - added, refused };
}
