import { resolve } from 'node:path';
import { evaluatePlan } from '#shared/calc/plan';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { writeWorkbook } from '#shared/spreadsheet/writeWorkbook';
import { renderWorkbook } from '#shared/templates/renderWorkbook';
import { issueMessage } from '#shared/texts/issueText';
import type { Arguments } from '../args';
import { writeAll } from '../files';
import { BadInput, EXIT, type CliIo } from '../io';
import { fill, wordsOf } from '../texts';

/** `sample --out FILE`: the scheme's own example as a plan workbook. */
export async function sample(args: Arguments, io: CliIo): Promise<number> {
  const words = wordsOf(io.locale);
  if (args.out === null) throw new BadInput(words.needOut);
  const data = makeSamplePlan({ newId: io.newId, now: io.now() });
  const result = evaluatePlan(data, io.today());
  const written = await writeWorkbook(
    renderWorkbook('plan', { data, result, locale: io.locale, exportedAt: io.now() }),
  );
  if (!written.ok) throw new BadInput(issueMessage(written.error, io.locale));
  const path = resolve(args.out);
  await writeAll([{ path, bytes: written.value }], io);
  io.print(fill(words.wrote, { file: path }));
  return EXIT.ok;
}
