import type { PlanData } from '#shared/domain/planData';

/** One place Ctrl+K can jump to. */
export interface PaletteEntry {
  readonly group: 'screens' | 'members' | 'goals';
  readonly id: string;
  readonly title: string;
  /** One view of a screen: found only when something is typed. */
  readonly view?: string;
  /** Shown at the right: unit of a member, code of a goal, screen of a view. */
  readonly hint: string;
  /** Everything it is found by. */
  readonly words: string;
}

/** Members and goals of a plan as entries; goals are named by holder and indicator. */
export function planEntries(data: PlanData): PaletteEntry[] {
  const members = [...data.members.values()].map((member): PaletteEntry => {
    const unit = member.unitId === null ? undefined : data.units.get(member.unitId);
    return {
      group: 'members',
      id: member.id,
      title: member.name,
      hint: unit?.name ?? '',
      words: [member.name, member.employeeNo, member.position, ...member.aliases].join(' '),
    };
  });
  const goals = [...data.goals.values()].map((goal): PaletteEntry => {
    const holder =
      goal.holder.kind === 'member' ? data.members.get(goal.holder.memberId) : data.units.get(goal.holder.unitId);
    const indicator = data.indicators.get(goal.indicatorId);
    const title = [holder?.name ?? '', indicator?.name ?? '', goal.dimensionValue].filter(Boolean).join(' · ');
    return { group: 'goals', id: goal.id, title, hint: goal.code, words: `${title} ${goal.code} ${goal.note}` };
  });
  return [...members, ...goals];
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * Entries in which every word of the text occurs, best first: the title is the text, begins with it, contains it; then
 * the rest. Order among equals is kept, and a group stays together where its best entry stands. An empty text finds the screens.
 */
export function searchEntries(entries: readonly PaletteEntry[], text: string, limit = 40): PaletteEntry[] {
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return entries.filter((entry) => entry.group === 'screens' && !entry.view);
  const whole = wanted.join(' ');
  const place = (entry: PaletteEntry): number => {
    const title = plain(entry.title);
    if (title === whole) return 0;
    if (title.startsWith(whole)) return 1;
    return title.includes(whole) ? 2 : 3;
  };
  const best = entries
    .filter((entry) => {
      const words = plain(entry.words);
      return wanted.every((word) => words.includes(word));
    })
    .map((entry) => [place(entry), entry] as const)
    .sort((a, b) => a[0] - b[0])
    .slice(0, limit)
    .map(([, entry]) => entry);
  const groups = [...new Set(best.map((entry) => entry.group))];
  return groups.flatMap((group) => best.filter((entry) => entry.group === group));
}
