import { basename } from 'node:path';
import { evaluatePlan } from '#shared/calc/plan';
import type { Issue } from '#shared/domain/issue';
import { validatePlan } from '#shared/domain/validate';
import { issueMessage } from '#shared/texts/issueText';
import type { Arguments } from '../args';
import { BadInput, EXIT, type CliIo } from '../io';
import { loadPlan, placeOf } from '../loadPlan';
import { fill, wordsOf } from '../texts';

const ORDER = { error: 0, warning: 1, hint: 2 } as const;

/** Every issue once, the grave ones first; what is only a hint for a better plan is no problem. */
function problems(issues: readonly Issue[]): Issue[] {
  const known = new Map<string, Issue>();
  for (const issue of issues) {
    if (issue.level === 'hint') continue;
    const key = [issue.code, issue.subject?.collection, issue.subject?.id, issue.place?.sheet, issue.place?.cell].join(
      '|',
    );
    if (!known.has(key)) known.set(key, issue);
  }
  return [...known.values()].sort((a, b) => ORDER[a.level] - ORDER[b.level]);
}

/** `check FILE`: lists what is wrong with a plan workbook; exit code 1 when anything is. */
export async function check(args: Arguments, io: CliIo): Promise<number> {
  const words = wordsOf(io.locale);
  if (args.file === null) throw new BadInput(words.needFile);
  const { data, issues } = await loadPlan(args.file, io);
  const found = problems([...issues, ...validatePlan(data), ...evaluatePlan(data, io.today()).issues]);
  for (const issue of found) {
    io.print(`${words.level[issue.level]}  ${placeOf(args.file, issue, io)}  ${issueMessage(issue, io.locale)}`);
  }
  const file = basename(args.file);
  io.print(found.length === 0 ? fill(words.noProblems, { file }) : fill(words.problems, { file, n: found.length }));
  return found.length === 0 ? EXIT.ok : EXIT.problems;
}
