import type { ReactNode } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { RoadmapItem } from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  linksInText,
  OnDate,
  OutLink,
  readableDate,
  Tag,
} from '../../../components';
import { useText } from '../../../useText';
import { statusTone } from '../../words';
import type { Cell } from './cells';
import { EditableCell, useMayEdit } from './EditableCell';
import { TitleCell } from './TitleCell';

const useStyles = makeStyles(
  (theme: Theme) => ({
    wide: {
      whiteSpace: 'normal !important' as 'normal',
      minWidth: 180,
      maxWidth: 280,
      overflowWrap: 'anywhere',
      padding: `${theme.spacing(0.5, 0.75)} !important`,
      ...linksInText,
    },
    number: { fontVariantNumeric: 'tabular-nums' },
    chosen: { background: theme.palette.action.selected },
  }),
  { name: 'ProductOpsRoadmapTableRow' },
);

const DATES = ['start', 'end'] as const;

/** One item with all its fields. */
export function TableRow(props: {
  item: RoadmapItem;
  cells: Record<string, Cell> & { title: Cell };
  /** The names of the cells of the score. */
  inputs: string[];
  /** Nothing where it cannot be selected. */
  selected?: boolean;
  onSelect: (on: boolean) => void;
}) {
  const { item, cells, inputs, selected, onSelect } = props;
  const classes = useStyles();
  const t = useText();
  const mayEdit = useMayEdit();
  const cell = (name: string, children?: ReactNode) => (
    <td key={name}>
      <EditableCell item={item} cell={cells[name]}>
        {children}
      </EditableCell>
    </td>
  );
  const { owner, score } = item;
  return (
    <tr data-row className={selected ? classes.chosen : undefined}>
      {selected !== undefined && (
        <td>
          <Checkbox
            size="small"
            color="primary"
            checked={selected}
            inputProps={{
              'aria-label': t('roadmap.editing.table.select', {
                title: item.title,
              }),
            }}
            onChange={(_, on) => onSelect(on)}
          />
        </td>
      )}
      <th scope="row">
        <TitleCell item={item} cell={cells.title} />
      </th>
      {cell(
        'status',
        <Tag tone={statusTone(item.status)}>
          {t(`roadmap.statuses.${item.status}`)}
        </Tag>,
      )}
      {cell(
        'horizon',
        item.horizon ? t(`roadmap.horizons.${item.horizon}`) : '',
      )}
      {DATES.map(name => cell(name, readableDate(item[name] ?? '')))}
      {cell('category')}
      {cell('goal')}
      {cell(
        'owner',
        // A link within a button would be neither.
        owner &&
          (mayEdit(item, cells.owner) ? (
            owner.title
          ) : (
            <EntityName entity={owner} />
          )),
      )}
      {inputs.map(name => cell(name))}
      <td className={classes.number}>
        {score?.value?.toLocaleString(undefined, { maximumFractionDigits: 1 })}
      </td>
      <td className={classes.wide}>
        {item.dependsOn.map(({ title, ref }) => title ?? ref).join(', ')}
      </td>
      <td className={classes.wide}>
        {item.milestones.map(({ name, value }, index) => (
          <div key={index}>
            {name}: <OnDate value={value} />
          </div>
        ))}
      </td>
      <td className={classes.wide}>{item.labels.join(', ')}</td>
      <td className={classes.wide}>
        {item.links.map(({ url, title }, index) => (
          <div key={index}>
            <OutLink url={url}>{title ?? url}</OutLink>
          </div>
        ))}
      </td>
      <td>
        {item.source === 'recorded' ? (
          t('roadmap.editing.table.recorded')
        ) : (
          <OutLink url={item.sourceUrl}>
            {item.source === 'declared'
              ? t('roadmap.editing.table.declared')
              : item.sourceTitle ?? item.source}
          </OutLink>
        )}
      </td>
    </tr>
  );
}
