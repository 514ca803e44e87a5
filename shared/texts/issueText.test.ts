import { describe, expect, it } from 'vitest';
import { issueMessage } from './issueText';

describe('the words of an issue', () => {
  it('carry its parameters, in either language', () => {
    const issue = { code: 'goal.noTarget', params: { code: 'G-01' } };
    expect(issueMessage(issue, 'zh-CN')).toContain('G-01');
    expect(issueMessage(issue, 'en')).toContain('G-01');
  });

  it('name the code where there is no text, and keep a missing parameter visible', () => {
    expect(issueMessage({ code: 'no.such' }, 'zh-CN')).toContain('no.such');
    expect(issueMessage({ code: 'goal.noTarget' }, 'zh-CN')).toContain('{code}');
  });
});
