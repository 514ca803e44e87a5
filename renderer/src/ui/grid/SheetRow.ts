import { defineComponent, h, type PropType, type VNodeChild } from 'vue';
import type { SheetColumn, TreePlace } from './model';

/** A row as the grid knows it, whatever the caller's rows are. */
export type AnyRow = unknown;

/**
 * One row of a sheet: one component, plain elements for its cells. A render function, because the content of a cell is
 * the caller's slot and must be tracked by the row alone: an edit redraws one row.
 */
export const SheetRow = defineComponent({
  name: 'SheetRow',
  props: {
    row: { type: null as unknown as PropType<AnyRow>, required: true },
    index: { type: Number, required: true },
    /** Where it begins in the body, and how high it is, in px. */
    top: { type: Number, required: true },
    height: { type: Number, required: true },
    headRows: { type: Number, required: true },
    columns: { type: Array as PropType<readonly SheetColumn<AnyRow>[]>, required: true },
    offsets: { type: Array as PropType<readonly (number | null)[]>, required: true },
    /** Selected columns of this row, inclusive; null = none. */
    from: { type: Number as PropType<number | null>, default: null },
    to: { type: Number as PropType<number | null>, default: null },
    rowClass: { type: String, default: '' },
    place: { type: Object as PropType<TreePlace | null>, default: null },
    draw: {
      type: Function as PropType<(row: AnyRow, column: SheetColumn<AnyRow>, index: number) => VNodeChild>,
      required: true,
    },
  },
  setup(props) {
    const cell = (column: SheetColumn<AnyRow>, index: number) => {
      const offset = props.offsets[index] ?? null;
      const selected = props.from !== null && index >= props.from && index <= (props.to ?? props.from);
      return h(
        'div',
        {
          key: column.key,
          role: index === 0 ? 'rowheader' : 'gridcell',
          class: [
            'sheet-cell',
            column.align === 'end' ? 'end' : '',
            column.divided ? 'divided' : '',
            offset === null ? '' : 'stick',
            selected ? 'in' : '',
            column.cellClass?.(props.row) ?? '',
          ],
          style: offset === null ? undefined : { [column.sticky === 'end' ? 'right' : 'left']: `${offset}px` },
          'aria-colindex': index + 1,
          'aria-selected': index === 0 ? undefined : selected,
          'aria-readonly': column.edit?.allowed(props.row) ? undefined : true,
          'data-column': index,
        },
        [props.draw(props.row, column, props.index)],
      );
    };
    return () =>
      h(
        'div',
        {
          role: 'row',
          class: ['sheet-row', props.rowClass],
          style: { transform: `translateY(${props.top}px)`, height: `${props.height}px` },
          'aria-rowindex': props.index + 1 + props.headRows,
          'aria-level': props.place?.level,
          'aria-setsize': props.place?.setSize,
          'aria-posinset': props.place?.position,
          'aria-expanded': props.place?.expanded ?? undefined,
          'data-row': props.index,
        },
        props.columns.map(cell),
      );
  },
});
