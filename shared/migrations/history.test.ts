import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLLECTION_NAMES } from '../domain/planData';
import { decodeArchive, encodeArchive } from './archive';
import { DATA_VERSION } from './chain';

interface ArchiveText {
  readonly exportedAt: string;
  readonly plans: readonly Readonly<Record<string, readonly unknown[]>>[];
}

describe('an archive as version 1 wrote it', () => {
  const versionOne = JSON.parse(readFileSync(new URL('fixtures/v1.json', import.meta.url), 'utf8')) as ArchiveText;
  const text = JSON.stringify(versionOne);
  const decoded = decodeArchive(text);

  it('has a record in every collection, so that none is forgotten here', () => {
    expect(COLLECTION_NAMES.filter((name) => versionOne.plans[0]?.[name]?.length === 0)).toEqual([]);
  });

  it('is still read, whole', () => {
    expect(
      decoded.ok ? decoded.value.map((data) => COLLECTION_NAMES.filter((name) => data[name].size === 0)) : decoded,
    ).toEqual([[]]);
    expect(decoded.ok && decoded.value[0]?.conversations.get('member-1')?.privateNotes).toBe('留意');
  });

  it('is written again without a change while its version is the newest', () => {
    if (DATA_VERSION === 1) expect(decoded.ok && encodeArchive(decoded.value, versionOne.exportedAt)).toBe(text);
  });
});
