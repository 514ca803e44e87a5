import { describe, expect, it } from 'vitest';
import { rovingIndex } from './roving';

describe('arrow keys in a row of choices', () => {
  it('go to the neighbour and wrap round the ends', () => {
    expect(rovingIndex('ArrowRight', 0, 3)).toBe(1);
    expect(rovingIndex('ArrowRight', 2, 3)).toBe(0);
    expect(rovingIndex('ArrowLeft', 0, 3)).toBe(2);
  });
  it('reach both ends with Home and End', () => {
    expect(rovingIndex('End', 0, 3)).toBe(2);
    expect(rovingIndex('Home', 2, 3)).toBe(0);
  });
  it('leave other keys and empty rows alone', () => {
    expect(rovingIndex('a', 0, 3)).toBeNull();
    expect(rovingIndex('End', 0, 0)).toBeNull();
  });
});
