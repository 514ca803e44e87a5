import type { TextLocale } from '#shared/texts/issueText';

const zh = {
  usage: `路标命令行

  evaluate 方案.xlsx --out 文件夹 [--as-of 日期] [--json]   评估，写出模板二、三、四
  check 文件.xlsx                                         列出问题，有问题时退出码为 1
  blank --template 1|2|3|4|plan|feedback [--out 文件]      空白表
  sample --out 文件.xlsx                                  示例方案
  bench                                                   测速

  --lang zh-CN|en   语言`,
  unknownCommand: '没有命令“{command}”。',
  unknownOption: '不认识的选项：{text}。',
  needFile: '请写明方案工作簿，例如 evaluate 方案.xlsx --out 结果。',
  tooMany: '只能有一个文件，多出了“{text}”。',
  needOut: '请用 --out 写明输出到哪里。',
  badDate: '日期“{text}”要写成 2026-09-30。',
  badTemplate: '没有模板“{text}”，可用 1、2、3、4、plan、feedback。',
  badLang: '没有语言“{text}”，可用 zh-CN 或 en。',
  notFound: '{file}：找不到这个文件。',
  isFolder: '{file}：这是一个文件夹，要的是工作簿。',
  unreadable: '{file}：读不了这个文件（{reason}）。',
  unwritable: '{file}：写不进去（{reason}），没有写出任何文件。',
  outIsFile: '{file}：已有同名文件，要的是文件夹。',
  notAPlan: '{file}：{reason}',
  refused: '{place}：{reason}',
  more: '{line}（另有 {n} 处，用 check 查看全部）',
  wrote: '已写出 {file}',
  noProblems: '{file}：没有发现问题。',
  problems: '{file}：{n} 处问题。',
  level: { error: '错误', warning: '提醒', hint: '建议' },
  cell: '{file} · {sheet} · {cell}',
  evaluated: '{plan}（截至 {asOf}）：{n} 人，明星 {stars}，实发合计 {paid} 元',
} as const;

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

const en: Words<typeof zh> = {
  usage: `Waymark command line

  evaluate PLAN.xlsx --out DIR [--as-of DATE] [--json]   evaluate; writes templates 2, 3 and 4
  check FILE.xlsx                                        lists problems; exit code 1 when there are any
  blank --template 1|2|3|4|plan|feedback [--out FILE]    a blank form
  sample --out FILE.xlsx                                 the sample plan
  bench                                                  measures speed

  --lang zh-CN|en   language`,
  unknownCommand: 'There is no command "{command}".',
  unknownOption: 'Unknown option: {text}.',
  needFile: 'Name the plan workbook, such as: evaluate plan.xlsx --out results.',
  tooMany: 'One file only; "{text}" is one too many.',
  needOut: 'Say with --out where the result goes.',
  badDate: 'Write the date "{text}" like 2026-09-30.',
  badTemplate: 'There is no template "{text}"; there are 1, 2, 3, 4, plan and feedback.',
  badLang: 'There is no language "{text}"; there are zh-CN and en.',
  notFound: '{file}: there is no such file.',
  isFolder: '{file}: this is a folder, not a workbook.',
  unreadable: '{file}: cannot be read ({reason}).',
  unwritable: '{file}: cannot be written ({reason}); no file was written.',
  outIsFile: '{file}: a file of that name is there, a folder is needed.',
  notAPlan: '{file}: {reason}',
  refused: '{place}: {reason}',
  more: '{line} ({n} more; "check" lists all)',
  wrote: 'Wrote {file}',
  noProblems: '{file}: no problems found.',
  problems: '{file}: {n} problems.',
  level: { error: 'error', warning: 'warning', hint: 'hint' },
  cell: '{file} · {sheet} · {cell}',
  evaluated: '{plan} (as of {asOf}): {n} people, stars {stars}, paid in total {paid} 元',
};

/** The words of the command line. */
export const wordsOf = (locale: TextLocale): Words<typeof zh> => (locale === 'en' ? en : zh);

/** Fills `{name}` places. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
