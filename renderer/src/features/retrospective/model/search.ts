import type { Lesson } from '#shared/domain/evaluation';

/** Fields that are searched, and how much a hit in each counts. */
const FIELDS = [
  ['title', 8],
  ['sopName', 6],
  ['tags', 6],
  ['suggestion', 3],
  ['practice', 3],
  ['facts', 2],
  ['cause', 2],
  ['owner', 2],
  ['decisions', 2],
  ['sopVersions', 1],
] as const satisfies readonly (readonly [keyof Lesson, number])[];

/** All words of a field: of decisions and versions, the texts in them. */
function wordsOf(lesson: Lesson, field: (typeof FIELDS)[number][0]): string {
  const value = lesson[field] ?? [];
  return typeof value === 'string' ? value : value.map((one) => (typeof one === 'string' ? one : one.text)).join(' ');
}

/** Text as it is compared: full-width and half-width forms alike, case and signs left aside. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}]+/gu, ' ');
}

const HAN = /\p{Script=Han}/u;

/** Pairs of neighbouring characters: Chinese has no spaces, so words are found by their pairs. */
export function bigrams(text: string): string[] {
  const chars = [...text].filter((char) => char.trim() !== '');
  return chars.slice(1).map((char, i) => `${chars[i] ?? ''}${char}`);
}

/** How well a text holds a term, 0–1: whole, or for Chinese the part of its pairs when at least half are there. */
function holds(text: string, term: string): number {
  if (text.includes(term)) return 1;
  if (!HAN.test(term)) return 0;
  const pairs = bigrams(term);
  if (pairs.length < 2) return 0;
  const share = pairs.filter((pair) => text.includes(pair)).length / pairs.length;
  return share >= 0.5 ? share / 2 : 0;
}

/**
 * How well a lesson answers a query; 0 = not at all. Every term (parted by spaces) must be found in some field. A whole
 * hit counts more than a scattered one, a title more than running text.
 */
export function lessonScore(lesson: Lesson, query: string): number {
  const terms = normalise(query)
    .split(/\s+/)
    .filter((term) => term !== '');
  const texts = FIELDS.map(([field, weight]) => {
    return { text: normalise(wordsOf(lesson, field)), weight };
  });
  let total = 0;
  for (const term of terms) {
    const score = texts.reduce((sum, { text, weight }) => sum + weight * holds(text, term), 0);
    if (score === 0) return 0;
    total += score;
  }
  return total;
}

/** The lessons that answer a query, best first; all in their own order without a query. */
export function searchLessons<T extends Lesson>(lessons: readonly T[], query: string): T[] {
  if (normalise(query).trim() === '') return [...lessons];
  return lessons
    .map((lesson, order) => ({ lesson, order, score: lessonScore(lesson, query) }))
    .filter((hit) => hit.score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map((hit) => hit.lesson);
}
