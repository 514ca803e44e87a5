import type { Issue } from '../domain/issue';
import en from './en/issue';
import zhCN from './zh-CN/issue';

export type TextLocale = 'zh-CN' | 'en';

type Texts = { readonly [key: string]: string | Texts };

const TEXTS: Readonly<Record<TextLocale, Texts>> = { 'zh-CN': zhCN, en };

function find(texts: Texts, path: readonly string[]): string | null {
  let at: string | Texts | undefined = texts;
  for (const key of path) at = typeof at === 'object' ? at[key] : undefined;
  return typeof at === 'string' ? at : null;
}

/**
 * What an issue or error says to a person, for hosts without a translation library: the text of its code with the
 * parameters filled in. A code without a text says so and names itself. The renderer uses the same texts.
 */
export function issueMessage(issue: Pick<Issue, 'code' | 'params'>, locale: TextLocale): string {
  const texts = TEXTS[locale];
  const text = find(texts, issue.code.split('.'));
  const params: Readonly<Record<string, string | number>> = text === null ? { code: issue.code } : (issue.params ?? {});
  return (text ?? find(texts, ['unknown']) ?? issue.code)
    .replace(/\{'([^']*)'\}/g, '$1')
    .replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
