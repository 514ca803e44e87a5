/** Rules of a plan: bands, shares, stars, warnings. */
export default {
  edit: 'Change of rules',
  keep: 'Keep the new rules',
  drop: 'Drop',
  locked: 'The evaluation is final, so its rules are fixed. Re-open it to change them.',
  changed: 'The rules are changed, but not kept yet',
  band: {
    from: 'Lower edge of band {n} (%)',
    value: 'Value of band {n}',
    remove: 'Remove band {n}',
    add: 'Add a band',
    number: 'Row {n} needs a number such as 80 or 79.5',
    order: 'The edge in row {n} must be below the one above',
    lastEdge: 'The last band must start at 0',
    negative: 'The value in row {n} must not be negative',
  },
  impact: {
    none: 'Nobody’s rank or bonus changes.',
    rank: 'Rank',
    before: 'Now',
    after: 'Then',
    difference: 'Change',
  },
} as const;
