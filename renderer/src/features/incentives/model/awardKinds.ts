import type { PlanData } from '#shared/domain/planData';

/** Awards in one line, as each language lists things. */
const joined = (awards: readonly string[]): string =>
  awards.join(awards.some((award) => /\p{Script=Han}/u.test(award)) ? '、' : ', ');

/** Awards as they are written in one line: parted by 、 ; , or line ends. A Chinese comma may stand within one. */
export const awardsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、,;；\n]+/)
      .map((award) => award.trim())
      .filter((award) => award !== ''),
  ),
];

/** Longer than this is a sentence about one person, not a kind for others. */
const LONGEST_KIND = 16;

/** Kinds to choose from: those of the scheme, then the plan's own as they were typed. */
export function awardKinds(standard: readonly string[], { payouts }: Pick<PlanData, 'payouts'>): string[] {
  const own = [...payouts.values()].flatMap(({ nonMaterial }) =>
    awardsIn(nonMaterial).filter((award) => award.length <= LONGEST_KIND),
  );
  return [...new Set([...standard, ...own])];
}

/** The line with an award added, or taken out when it stands there. */
export function toggledAward(text: string, award: string): string {
  const awards = awardsIn(text);
  return joined(awards.includes(award) ? awards.filter((one) => one !== award) : [...awards, award]);
}

/** The line with all of these awards; what was there stays first. */
export const withAwards = (text: string, awards: readonly string[]): string =>
  joined([...new Set([...awardsIn(text), ...awards])]);
