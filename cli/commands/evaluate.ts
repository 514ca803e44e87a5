import { join } from 'node:path';
import { evaluatePlan } from '#shared/calc/plan';
import { evaluationReport } from '#shared/calc/report';
import { fenToYuan, toFixed } from '#shared/calc/quantity';
import type { PlanResult } from '#shared/calc/result';
import type { PlanData } from '#shared/domain/planData';
import { writeWorkbook } from '#shared/spreadsheet/writeWorkbook';
import { say } from '#shared/templates/definition';
import { TEMPLATES } from '#shared/templates/registry';
import { renderWorkbook } from '#shared/templates/renderWorkbook';
import { issueMessage } from '#shared/texts/issueText';
import type { Arguments } from '../args';
import { outFolder, writeAll, type OutFile } from '../files';
import { BadInput, EXIT, type CliIo } from '../io';
import { loadPlan, refuseBroken } from '../loadPlan';
import { fill, wordsOf } from '../texts';

/** Templates the evaluation of a plan is handed out as, with their numbers in the file names. */
const WRITTEN = { 2: 'tracking', 3: 'evaluation', 4: 'incentives' } as const;

async function templateFiles(folder: string, data: PlanData, result: PlanResult, io: CliIo): Promise<OutFile[]> {
  const files: OutFile[] = [];
  for (const [number, kind] of Object.entries(WRITTEN)) {
    const model = renderWorkbook(kind, { data, result, locale: io.locale, exportedAt: io.now() });
    const written = await writeWorkbook(model);
    if (!written.ok) throw new BadInput(issueMessage(written.error, io.locale));
    files.push({ path: join(folder, `${number}-${say(TEMPLATES[kind].title, io.locale)}.xlsx`), bytes: written.value });
  }
  return files;
}

/** `evaluate PLAN.xlsx --out DIR [--as-of DATE] [--json]`. Without --json it says in one line what came out. */
export async function evaluate(args: Arguments, io: CliIo): Promise<number> {
  const words = wordsOf(io.locale);
  if (args.file === null) throw new BadInput(words.needFile);
  if (args.out === null && !args.json) throw new BadInput(words.needOut);

  const loaded = await loadPlan(args.file, io);
  refuseBroken(args.file, loaded.issues, io);
  const data: PlanData =
    args.asOf === null ? loaded.data : { ...loaded.data, plan: { ...loaded.data.plan, asOf: args.asOf } };
  const result = evaluatePlan(data, io.today());
  const report = evaluationReport(data, { ...result, issues: [...loaded.issues, ...result.issues] }, (issue) =>
    issueMessage(issue, io.locale),
  );

  if (args.out !== null) {
    const folder = await outFolder(args.out, io);
    const files = await templateFiles(folder, data, result, io);
    await writeAll(files, io);
    if (!args.json) for (const file of files) io.print(fill(words.wrote, { file: file.path }));
  }
  io.print(
    args.json
      ? JSON.stringify(report, null, 2)
      : fill(words.evaluated, {
          plan: report.plan,
          asOf: report.asOf,
          n: report.members.length,
          stars: report.stars.join('、') || '–',
          paid: toFixed(fenToYuan(result.team.paidTotal), 2),
        }),
  );
  return EXIT.ok;
}
