import { useId, useRef, useState } from 'react';
import {
  DndContext,
  type DragMoveEvent,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { makeStyles, type Theme, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { RoadmapItem } from '@productops/backstage-plugin-product-ops-common';
import { useText } from '../../../useText';
import { RoadmapItemCard } from '../../RoadmapItemCard';
import { itemKey } from '../itemFields';
import { useEditing } from '../useEditing';
import { BoardCard } from './BoardCard';
import { BoardLaneColumn, indexAt } from './BoardLaneColumn';
import {
  type BoardBy,
  type LaneId,
  lanesOf,
  moveTo,
  type Place,
} from './lanes';
import { mayMove, useBoardMoves } from './useBoardMoves';
import { useFocusOf } from './useFocusOf';
import { type Taken, useKeyboardMoves } from './useKeyboardMoves';

const useStyles = makeStyles(
  (theme: Theme) => ({
    board: {
      display: 'grid',
      gap: theme.spacing(1.75),
      gridTemplateColumns: 'minmax(0, 1fr)',
      [theme.breakpoints.up('sm')]: {
        gridAutoFlow: 'column',
        gridAutoColumns: 'minmax(200px, 1fr)',
        gridTemplateColumns: 'none',
        overflowX: 'auto',
        // Room for the focus of what stands at the edge.
        padding: 3,
        margin: -3,
      },
    },
    hidden: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    },
    dragged: { cursor: 'grabbing', boxShadow: theme.shadows[6] },
  }),
  { name: 'ProductOpsBoard' },
);

/** Items in lanes, by horizon or by status, to be put in order and moved from lane to lane. */
export function RoadmapBoard(props: {
  items: RoadmapItem[];
  by: BoardBy;
  /** Whether the roadmap has more items than these. */
  partial?: boolean;
}) {
  const { items, by } = props;
  const { may } = useEditing();
  const classes = useStyles();
  const t = useText();
  const theme = useTheme();
  // A finger that drags could not scroll any more: on a phone the menus do it.
  const phone = useMediaQuery(theme.breakpoints.down('xs'), { noSsr: true });
  const instructionsId = useId();
  const root = useRef<HTMLDivElement>(null);
  const put = useBoardMoves();
  const [dragged, setDragged] = useState<Partial<Taken>>();
  const focusAfter = useRef<string>();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, {
      activationConstraint: { delay: 250, tolerance: 8 },
    }),
  );
  const lanes = lanesOf(items, by);
  const nameOf = (lane: LaneId) =>
    by === 'status'
      ? t(`roadmap.statuses.${lane as RoadmapItem['status']}`)
      : t(`roadmap.horizons.${lane as 'now'}`);

  function move(key: string, to: Place) {
    const asked = moveTo(lanes, by, key, to);
    if (asked) {
      put(asked, nameOf(to.lane));
    }
  }
  function onMove(key: string, to: Place) {
    // A card that comes to another lane is another element: the focus goes with who moved it.
    focusAfter.current = key;
    move(key, to);
  }
  const keys = useKeyboardMoves({ lanes, nameOf, onMove });
  useFocusOf(root, focusAfter);

  const taken: Partial<Taken> | undefined = dragged ?? keys.taken;
  const item = items.find(one => itemKey(one) === dragged?.key);
  const mayDrag = (one: RoadmapItem) =>
    !phone && (mayMove(one, may, false) || mayMove(one, may, true));

  function placeUnder(event: DragMoveEvent): Place | undefined {
    const { over, active, delta, activatorEvent } = event;
    const lane = lanes.find(({ id }) => id === over?.id);
    const node = root.current?.querySelector(`[data-lane="${lane?.id}"]`);
    const start =
      activatorEvent instanceof MouseEvent
        ? activatorEvent.clientY
        : (activatorEvent as TouchEvent).touches?.[0]?.clientY ?? 0;
    return lane && node
      ? {
          lane: lane.id,
          index: indexAt(node, start + delta.y, String(active.id)),
        }
      : undefined;
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragStart={({ active }) => {
        keys.leave();
        setDragged({ key: String(active.id) });
      }}
      onDragMove={event =>
        setDragged({ key: String(event.active.id), to: placeUnder(event) })
      }
      onDragCancel={() => setDragged(undefined)}
      onDragEnd={event => {
        setDragged(undefined);
        const to = placeUnder(event);
        if (to) {
          move(String(event.active.id), to);
        }
      }}
      accessibility={{
        // What is dragged by pointer is seen; what is moved by keys is said below.
        announcements: {
          onDragStart: () => undefined,
          onDragOver: () => undefined,
          onDragEnd: () => undefined,
          onDragCancel: () => undefined,
        },
      }}
    >
      <div id={instructionsId} hidden>
        {t('roadmap.editing.board.instructions')}
      </div>
      <div aria-live="assertive" className={classes.hidden}>
        {keys.said}
      </div>
      <div ref={root} className={classes.board}>
        {lanes.map(lane => (
          <BoardLaneColumn
            key={lane.id}
            lane={lane}
            name={nameOf(lane.id)}
            partial={props.partial}
            moving={taken?.key}
            index={taken?.to?.lane === lane.id ? taken.to.index : undefined}
          >
            {one => (
              <BoardCard
                item={one}
                lanes={lanes}
                nameOf={nameOf}
                by={by}
                draggable={mayDrag(one)}
                taken={keys.taken?.key === itemKey(one)}
                instructionsId={instructionsId}
                onMove={onMove}
                onKeyDown={keys.onKeyDown}
                onLeave={keys.leave}
              />
            )}
          </BoardLaneColumn>
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {item && (
          <div className={classes.dragged}>
            <RoadmapItemCard item={item} withStatus={by !== 'status'} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
