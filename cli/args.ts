import { parseArgs } from 'node:util';
import { BadInput } from './io';
import { fill, wordsOf } from './texts';
import type { TextLocale } from '#shared/texts/issueText';

/** What a command line says, checked for form only. */
export interface Arguments {
  readonly command: string | null;
  readonly file: string | null;
  readonly out: string | null;
  readonly asOf: string | null;
  readonly template: string | null;
  readonly json: boolean;
  readonly help: boolean;
  readonly locale: TextLocale;
}

/** A day of the calendar, `yyyy-mm-dd`. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function readOptions(argv: readonly string[], words: ReturnType<typeof wordsOf>) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        'as-of': { type: 'string' },
        template: { type: 'string' },
        lang: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const text = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    throw new BadInput(fill(words.unknownOption, { text }));
  }
}

/** Reads the arguments; stops with one line when they are not understood. `locale` is that of the system. */
export function readArguments(argv: readonly string[], locale: TextLocale): Arguments {
  const { values, positionals } = readOptions(argv, wordsOf(locale));
  const lang = values.lang ?? locale;
  if (lang !== 'zh-CN' && lang !== 'en') throw new BadInput(fill(wordsOf(locale).badLang, { text: lang }));
  const words = wordsOf(lang);
  const asOf = values['as-of'] ?? null;
  if (asOf !== null && !isDay(asOf)) throw new BadInput(fill(words.badDate, { text: asOf }));
  const extra = positionals[2];
  if (extra !== undefined) throw new BadInput(fill(words.tooMany, { text: extra }));
  return {
    command: positionals[0] ?? null,
    file: positionals[1] ?? null,
    out: values.out ?? null,
    asOf,
    template: values.template ?? null,
    json: values.json ?? false,
    help: values.help ?? false,
    locale: lang,
  };
}
