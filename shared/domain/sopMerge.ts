import type { Lesson, SopVersion } from './evaluation';
import { currentVersion, hasUnsettledPractice } from './lessons';
import type { IsoDate } from './primitives';

/** What a procedure of another library brings: a card of its own, the next version of one that is here, or nothing. */
export type SopArrival =
  | { readonly kind: 'new'; readonly lesson: Lesson }
  /** `lesson` is the card here as it would be; `before` as it is. */
  | { readonly kind: 'version'; readonly lesson: Lesson; readonly before: Lesson }
  | { readonly kind: 'same'; readonly lesson: Lesson };

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s《》]/g, '')
    .toLowerCase();
const union = (...lists: readonly (readonly string[] | undefined)[]): string[] => [
  ...new Set(lists.flatMap((list) => list ?? [])),
];

/** The same procedure: by id, or by the card's title and the procedure's name (in any spelling of signs and spaces). */
export const sameProcedure = (a: Lesson, b: Lesson): boolean =>
  a.id === b.id || (plain(a.title) === plain(b.title) && plain(a.sopName) === plain(b.sopName));

/** All texts a card's procedure has had, the present one last. */
function textsOf(lesson: Lesson, on: IsoDate): SopVersion[] {
  const settled = lesson.sopVersions ?? [];
  const version = (currentVersion(lesson)?.version ?? 0) + 1;
  return hasUnsettledPractice(lesson) ? [...settled, { version, on, text: lesson.practice, change: '' }] : [...settled];
}

/**
 * Lays the cards of another library beside those that are here (issue 6: duplicates by id or title become versions). A
 * text that is not here yet becomes the next version, dated as it was there, with `source` as what changed; what is here
 * stays readable as the version before. Tags and the plans it is used in are joined. Nothing is stored.
 */
export function sopArrivals(
  here: readonly Lesson[],
  there: readonly Lesson[],
  { on, source }: { readonly on: IsoDate; readonly source: string },
): SopArrival[] {
  return there
    .filter(({ sopName }) => sopName.trim() !== '')
    .map((lesson): SopArrival => {
      const before = here.find((one) => sameProcedure(one, lesson));
      if (!before) return { kind: 'new', lesson };
      const joined = joinSop(before, lesson, on, source);
      return joined === before ? { kind: 'same', lesson: before } : { kind: 'version', lesson: joined, before };
    });
}

function joinSop(here: Lesson, there: Lesson, on: IsoDate, source: string): Lesson {
  const known = textsOf(here, on);
  const texts = new Set(known.map(({ text }) => text));
  const fresh = textsOf(there, on).filter(({ text }) => !texts.has(text));
  const tags = union(here.tags, there.tags);
  const usedIn = union(here.usedIn, there.usedIn);
  const same = fresh.length === 0 && tags.length === here.tags.length && usedIn.length === (here.usedIn?.length ?? 0);
  if (same) return here;
  const first = (known.at(-1)?.version ?? 0) + 1;
  const added = fresh.map((one, at): SopVersion => {
    const change = one.change === '' ? source : `${source}：${one.change}`;
    return { ...one, version: first + at, change };
  });
  return {
    ...here,
    tags,
    ...(usedIn.length > 0 ? { usedIn } : {}),
    practice: added.at(-1)?.text ?? here.practice,
    ...(added.length > 0 ? { sopVersions: [...known, ...added] } : {}),
  };
}
