import type { KeyboardEvent } from 'react';
import { useDraggable } from '@dnd-kit/core';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import DragIcon from '@material-ui/icons/DragIndicator';
import type { RoadmapItem } from '@productops/backstage-plugin-product-ops-common';
import { useText } from '../../../useText';
import { RoadmapItemCard } from '../../RoadmapItemCard';
import { itemKey } from '../itemFields';
import { useEditing } from '../useEditing';
import { CardMenu } from './CardMenu';
import type { BoardLane, Place } from './lanes';

const useStyles = makeStyles(
  (theme: Theme) => ({
    movable: { cursor: 'grab' },
    away: { opacity: 0.4 },
    taken: {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
      borderRadius: 5,
    },
    handle: {
      cursor: 'grab',
      padding: 2,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
      },
    },
    buttons: { display: 'flex', alignItems: 'center', margin: '-3px -6px 0 0' },
  }),
  { name: 'ProductOpsBoardCard' },
);

/** An item on the board: dragged by pointer, moved by keys from its handle, or by its menu. */
export function BoardCard(props: {
  item: RoadmapItem;
  lanes: readonly BoardLane[];
  nameOf: (lane: BoardLane['id']) => string;
  by: 'horizon' | 'status';
  /** Whether it can be dragged here; by its menu it can be moved everywhere. */
  draggable: boolean;
  taken: boolean;
  instructionsId: string;
  onMove: (key: string, to: Place) => void;
  onKeyDown: (event: KeyboardEvent, item: RoadmapItem) => void;
  onLeave: () => void;
}) {
  const { item, lanes, nameOf, draggable, taken, onMove } = props;
  const { open } = useEditing();
  const classes = useStyles();
  const t = useText();
  const { setNodeRef, listeners, isDragging } = useDraggable({
    id: itemKey(item),
    disabled: !draggable,
  });
  return (
    <div
      ref={setNodeRef}
      data-item={itemKey(item)}
      className={[
        draggable && classes.movable,
        isDragging && classes.away,
        taken && classes.taken,
      ]
        .filter(Boolean)
        .join(' ')}
      {...listeners}
    >
      <RoadmapItemCard
        item={item}
        withStatus={props.by !== 'status'}
        onOpen={() => open(item)}
        actions={
          <span className={classes.buttons}>
            {draggable && (
              <IconButton
                size="small"
                // It may get the focus when it has just come: a ripple would not be there yet.
                disableRipple
                className={classes.handle}
                aria-label={t('roadmap.editing.board.handle', {
                  title: item.title,
                })}
                aria-describedby={props.instructionsId}
                aria-pressed={taken}
                data-handle
                onKeyDown={event => props.onKeyDown(event, item)}
                onBlur={props.onLeave}
              >
                <DragIcon fontSize="small" />
              </IconButton>
            )}
            <CardMenu
              item={item}
              lanes={lanes}
              nameOf={nameOf}
              onMove={onMove}
            />
          </span>
        }
      />
    </div>
  );
}
