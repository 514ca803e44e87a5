import { describe, expect, it } from 'vitest';
import icons from '../../ui/icons.svg?raw';
import { spriteNodes } from './sprite';

describe('the sprite', () => {
  it('holds every symbol of the icon file with every shape in it', () => {
    const nodes = spriteNodes(icons);
    expect(nodes.length).toBe(icons.match(/<symbol /g)?.length);
    const shapes = nodes.flatMap((node) => (Array.isArray(node.children) ? node.children : []));
    expect(shapes.length).toBe((icons.replace(/<!--.*?-->/gs, '').match(/<(?!\/|svg|symbol)\w+/g) ?? []).length);
  });

  it('keeps the attributes of symbols and shapes', () => {
    const [node] = spriteNodes(
      '<svg><symbol id="i-x" viewBox="0 0 20 20"><path d="M5 5" class="icth"/></symbol></svg>',
    );
    expect(node?.props).toEqual({ id: 'i-x', viewBox: '0 0 20 20' });
    expect((node?.children as { props: unknown }[])[0]?.props).toEqual({ d: 'M5 5', class: 'icth' });
  });
});
