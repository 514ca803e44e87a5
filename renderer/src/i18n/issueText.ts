import type { AppError, Issue } from '#shared/domain/issue';
import { i18n, translate } from './index';

/** What an issue or error says to a person: the text of `issue.<code>` with its parameters. */
export function issueText(issue: Pick<Issue, 'code' | 'params'> | AppError): string {
  const key = `issue.${issue.code}`;
  if (!i18n.global.te(key) && !i18n.global.te(key, 'en')) return translate('issue.unknown', { code: issue.code });
  return translate(key, issue.params);
}
