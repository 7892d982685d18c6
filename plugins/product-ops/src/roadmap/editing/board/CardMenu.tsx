import { useState } from 'react';
import Divider from '@material-ui/core/Divider';
import IconButton from '@material-ui/core/IconButton';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import MoreIcon from '@material-ui/icons/MoreVert';
import type { RoadmapItem } from '@productops/backstage-plugin-product-ops-common';
import { useText } from '../../../useText';
import { itemKey } from '../itemFields';
import { useEditing } from '../useEditing';
import { type BoardLane, type Place, placeOf } from './lanes';
import { mayMove } from './useBoardMoves';

/** Everything that dragging does, and more, for who does not drag. */
export function CardMenu(props: {
  item: RoadmapItem;
  lanes: readonly BoardLane[];
  nameOf: (lane: BoardLane['id']) => string;
  onMove: (key: string, to: Place) => void;
}) {
  const { item, lanes, nameOf, onMove } = props;
  const { may, edit, prepare, open } = useEditing();
  const t = useText();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const key = itemKey(item);
  const from = placeOf(lanes, key);
  const last =
    (lanes.find(({ id }) => id === from?.lane)?.items.length ?? 1) - 1;
  const declared = item.source === 'declared';
  const choose = (action: () => void) => () => {
    setAnchor(undefined);
    action();
  };
  const goes = (to: Place) => choose(() => onMove(key, to));
  const others = lanes.filter(({ id }) => id !== from?.lane);
  return (
    <>
      <IconButton
        size="small"
        aria-haspopup="menu"
        aria-label={t('roadmap.editing.board.menu', { title: item.title })}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <MoreIcon fontSize="small" />
      </IconButton>
      <Menu
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      >
        <MenuItem dense onClick={choose(() => open(item))}>
          {t('roadmap.editing.board.open')}
        </MenuItem>
        {item.source === 'recorded' && may.update && (
          <MenuItem dense onClick={choose(() => edit(item))}>
            {t('roadmap.editing.edit.open')}
          </MenuItem>
        )}
        {declared && (
          <MenuItem dense onClick={choose(() => prepare(item))}>
            {t('roadmap.editing.prepare.open')}
          </MenuItem>
        )}
        <Divider />
        {from && mayMove(item, may, false) && from.index > 0 && (
          <MenuItem dense onClick={goes({ ...from, index: from.index - 1 })}>
            {t('roadmap.editing.board.up')}
          </MenuItem>
        )}
        {from && mayMove(item, may, false) && from.index < last && (
          <MenuItem dense onClick={goes({ ...from, index: from.index + 1 })}>
            {t('roadmap.editing.board.down')}
          </MenuItem>
        )}
        {mayMove(item, may, true) &&
          others.map(({ id, items }) => (
            <MenuItem
              key={id}
              dense
              onClick={goes({ lane: id, index: items.length })}
            >
              {t(
                declared
                  ? 'roadmap.editing.board.toPrepared'
                  : 'roadmap.editing.board.to',
                { lane: nameOf(id) },
              )}
            </MenuItem>
          ))}
      </Menu>
    </>
  );
}
