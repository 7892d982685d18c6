import { Fragment, type ReactNode, useState } from 'react';
import { useDroppable } from '@dnd-kit/core';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { RoadmapItem } from '@productops/backstage-plugin-product-ops-common';
import { quietSurface } from '../../../components';
import { useText } from '../../../useText';
import { LaneHead, laneName } from '../../Lanes';
import { itemKey } from '../itemFields';
import type { BoardLane } from './lanes';

/** Cards of a lane at first; more of them on demand. */
const CARDS = 50;

const useStyles = makeStyles(
  (theme: Theme) => ({
    lane: {
      background: quietSurface(theme),
      borderRadius: 6,
      padding: theme.spacing(1.25),
      minWidth: 0,
    },
    over: { boxShadow: `inset 0 0 0 2px ${theme.palette.primary.main}` },
    items: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      minHeight: 40,
      '& > li': { marginBottom: theme.spacing(1) },
    },
    mark: {
      height: 3,
      borderRadius: 2,
      background: theme.palette.primary.main,
    },
  }),
  { name: 'ProductOpsBoardLane' },
);

/** Where an item dropped at a height of a lane goes: before the first card whose middle is below it. */
export function indexAt(lane: Element, y: number, moving: string): number {
  return [...lane.querySelectorAll('[data-item]')].filter(card => {
    const { top, height } = card.getBoundingClientRect();
    return card.getAttribute('data-item') !== moving && top + height / 2 < y;
  }).length;
}

/** A lane of the board; a line shows where what is moved would go. */
export function BoardLaneColumn(props: {
  lane: BoardLane;
  name: string;
  /** Whether the roadmap has more items than are in sight. */
  partial?: boolean;
  /** The item that moves, and its place where that is in this lane. */
  moving?: string;
  index?: number;
  children: (item: RoadmapItem) => ReactNode;
}) {
  const { lane, name, partial, moving, index } = props;
  const classes = useStyles();
  const t = useText();
  const [most, setMost] = useState(CARDS);
  const { setNodeRef } = useDroppable({ id: lane.id });
  const others = lane.items.filter(item => itemKey(item) !== moving);
  const marked = index === undefined ? undefined : others[index];
  const mark = <li aria-hidden className={classes.mark} />;
  const shown = lane.items.slice(0, most);
  return (
    <section
      ref={setNodeRef}
      data-lane={lane.id}
      className={`${classes.lane} ${index === undefined ? '' : classes.over}`}
      aria-label={laneName(t, name, lane.items.length, partial)}
    >
      <LaneHead
        title={name}
        count={lane.items.length}
        partial={partial}
        empty={lane.items.length === 0}
      />
      <ul className={classes.items}>
        {shown.map(item => (
          <Fragment key={itemKey(item)}>
            {item === marked && mark}
            <li>{props.children(item)}</li>
          </Fragment>
        ))}
        {index !== undefined && !marked && mark}
      </ul>
      {lane.items.length > most && (
        <Button
          size="small"
          color="primary"
          onClick={() => setMost(most + CARDS)}
        >
          {t('common.more', { number: String(lane.items.length - most) })}
        </Button>
      )}
    </section>
  );
}
