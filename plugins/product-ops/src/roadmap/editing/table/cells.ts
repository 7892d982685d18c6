import {
  type ItemPatch,
  type RoadmapItem,
  SCORE_INPUTS,
  type ScoreMethod,
} from '@productops/backstage-plugin-product-ops-common';
import type { Text } from '../../../useText';
import { inputName } from '../FieldValue';
import { numberOf, orNone } from '../form/itemDraft';
import { horizonOptions, statusOptions } from '../../words';

/** One value of an item that can be edited where it stands. */
export interface Cell {
  /** The field, or the input of the score. */
  name: string;
  label: string;
  type: 'text' | 'date' | 'select' | 'number';
  /** What can be chosen, or for a text what is proposed. */
  options?: Array<{ value: string; label: string }>;
  /** As it is typed. */
  valueOf: (item: RoadmapItem) => string;
  /** The change that a typed value asks for. */
  patchOf: (item: RoadmapItem, value: string) => ItemPatch;
  /** The permission that it needs. */
  needs: 'update' | 'prioritise';
}

function plain(
  name: 'title' | 'start' | 'end' | 'category' | 'goal',
  label: string,
  more: Pick<Cell, 'type' | 'options'>,
): Cell {
  return {
    name,
    label,
    ...more,
    valueOf: item => item[name] ?? '',
    patchOf: (_, value) => ({ [name]: orNone(value) }),
    needs: 'update',
  };
}

/** An input of the score; the other inputs stay with it. */
export function scoreCell(name: string, t: Text): Cell {
  return {
    name: `score.${name}`,
    label: inputName(name, t),
    type: 'number',
    valueOf: item => String(item.score?.inputs[name] ?? ''),
    patchOf: (item, value) => {
      const { [name]: _, ...others } = item.score?.inputs ?? {};
      const inputs: Record<string, unknown> =
        value.trim() === '' ? others : { ...others, [name]: numberOf(value) };
      // What is no number is refused by the rules, which say what was expected.
      return {
        score: Object.keys(inputs).length > 0 ? inputs : null,
      } as ItemPatch;
    },
    needs: 'prioritise',
  };
}

/** The cells of a row, in order; the title is shown by the row itself. */
export function cellsOf(options: {
  t: Text;
  categories: readonly string[];
  items: readonly RoadmapItem[];
  method: ScoreMethod;
}): Record<string, Cell> & { title: Cell } {
  const { t, categories, items, method } = options;
  const none = { value: '', label: t('roadmap.editing.noValue') };
  const owners = new Map(
    items.flatMap(({ owner }) => (owner ? [[owner.ref, owner.title]] : [])),
  );
  const label = (name: 'title' | 'status' | 'start') =>
    t(`roadmap.editing.fields.${name}`);
  const cells: Cell[] = [
    {
      name: 'status',
      label: label('status'),
      type: 'select',
      options: statusOptions(t),
      valueOf: ({ status }) => status,
      patchOf: (_, value) => ({ status: value } as ItemPatch),
      needs: 'update',
    },
    {
      name: 'horizon',
      label: t('roadmap.editing.fields.horizon'),
      type: 'select',
      options: [none, ...horizonOptions(t)],
      valueOf: ({ horizon }) => horizon ?? '',
      patchOf: (_, value) => ({ horizon: orNone(value) } as ItemPatch),
      needs: 'update',
    },
    plain('start', label('start'), { type: 'date' }),
    plain('end', t('roadmap.editing.fields.end'), { type: 'date' }),
    plain('category', t('roadmap.editing.fields.category'), {
      type: 'select',
      options: [none, ...categories.map(value => ({ value, label: value }))],
    }),
    plain('goal', t('roadmap.editing.fields.goal'), { type: 'text' }),
    {
      name: 'owner',
      label: t('roadmap.editing.fields.owner'),
      type: 'text',
      options: [...owners].map(([value, title]) => ({ value, label: title })),
      valueOf: ({ owner }) => owner?.ref ?? '',
      patchOf: (_, value) => ({ owner: orNone(value) }),
      needs: 'update',
    },
    ...SCORE_INPUTS[method].map(name => scoreCell(name, t)),
  ];
  return {
    ...Object.fromEntries(cells.map(cell => [cell.name, cell])),
    title: plain('title', label('title'), { type: 'text' }),
  };
}
