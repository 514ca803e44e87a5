import { resolve } from 'node:path';
import { writeWorkbook } from '#shared/spreadsheet/writeWorkbook';
import { say } from '#shared/templates/definition';
import { TEMPLATES, type TemplateKind } from '#shared/templates/registry';
import { renderBlank } from '#shared/templates/renderWorkbook';
import { issueMessage } from '#shared/texts/issueText';
import type { Arguments } from '../args';
import { writeAll } from '../files';
import { BadInput, EXIT, type CliIo } from '../io';
import { fill, wordsOf } from '../texts';

/** What `--template` may say. */
const KINDS: Readonly<Record<string, TemplateKind>> = {
  1: 'goals',
  2: 'tracking',
  3: 'evaluation',
  4: 'incentives',
  plan: 'plan',
  feedback: 'feedback',
};

/** `blank --template 1|2|3|4|plan|feedback [--out FILE]`; without --out the file takes the template's name. */
export async function blank(args: Arguments, io: CliIo): Promise<number> {
  const words = wordsOf(io.locale);
  const kind = Object.hasOwn(KINDS, args.template ?? '') ? KINDS[args.template ?? ''] : undefined;
  if (kind === undefined) throw new BadInput(fill(words.badTemplate, { text: args.template ?? '' }));
  const written = await writeWorkbook(renderBlank(kind, { locale: io.locale, exportedAt: io.now() }));
  if (!written.ok) throw new BadInput(issueMessage(written.error, io.locale));
  const path = resolve(args.out ?? `${say(TEMPLATES[kind].title, io.locale)}.xlsx`);
  await writeAll([{ path, bytes: written.value }], io);
  io.print(fill(words.wrote, { file: path }));
  return EXIT.ok;
}
