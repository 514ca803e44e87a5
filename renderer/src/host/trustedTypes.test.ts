import { describe, expect, it } from 'vitest';
import { workerScriptUrl } from './trustedTypes';

const PAGE = 'http://127.0.0.1:4173/index.html';

describe('the trusted-types policy', () => {
  it('lets a worker of the same origin start, in a browser and in Electron', () => {
    expect(workerScriptUrl('/assets/w.js', 'Worker constructor', PAGE)).toBe('http://127.0.0.1:4173/assets/w.js');
    expect(workerScriptUrl('/assets/w.js', 'Worker constructor', 'app://waymark/')).toBe('app://waymark/assets/w.js');
  });

  it.each([
    ['a script element', '/assets/w.js', 'HTMLScriptElement src'],
    ['another origin', 'https://evil.example/w.js', 'Worker constructor'],
    ['another port', 'http://127.0.0.1:4174/w.js', 'Worker constructor'],
    ['a data address', 'data:text/javascript,1', 'Worker constructor'],
    ['no address', 'http://', 'Worker constructor'],
  ])('refuses %s', (_what, url, sink) => {
    expect(workerScriptUrl(url, sink, PAGE)).toBeNull();
  });
});
