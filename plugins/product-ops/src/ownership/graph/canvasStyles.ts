import { makeStyles, type Theme } from '@material-ui/core/styles';
import { AROUND_CANVAS, LEAST_CANVAS } from './room';
import { line, mutedInk, quietSurface, toneColors } from '../../components';

/** What the canvas needs of its own style sheet, which a bundler may drop, and how it looks here. */
export const useCanvasStyles = makeStyles(
  (theme: Theme) => ({
    frame: {
      position: 'relative',
      height: `max(${LEAST_CANVAS}px, calc(100vh - ${AROUND_CANVAS}px))`,
      border: `1px solid ${line(theme)}`,
      borderRadius: 8,
      overflow: 'hidden',
      background: quietSurface(theme),
      minWidth: 0,
    },
    flow: {
      direction: 'ltr',
      '&:focus-visible': {
        outline: `3px solid ${theme.palette.primary.main}`,
        outlineOffset: -3,
      },
      '& .react-flow__container': {
        position: 'absolute',
        width: '100%',
        height: '100%',
        top: 0,
        left: 0,
      },
      '& .react-flow__pane': {
        zIndex: 1,
        touchAction: 'none',
        cursor: 'grab',
        '&.dragging': { cursor: 'grabbing' },
      },
      '& .react-flow__viewport': {
        transformOrigin: '0 0',
        zIndex: 2,
        pointerEvents: 'none',
      },
      '& .react-flow__renderer': { zIndex: 4 },
      '& .react-flow__edges': {
        position: 'absolute',
        '& svg': {
          overflow: 'visible',
          position: 'absolute',
          pointerEvents: 'none',
        },
      },
      '& .react-flow__edge-path': {
        fill: 'none',
        stroke: theme.palette.type === 'dark' ? '#7d8794' : '#a7b0bb',
        strokeWidth: 1.5,
      },
      '& .onPath .react-flow__edge-path': {
        stroke: toneColors(theme, 'info').ink,
        strokeWidth: 2.5,
      },
      '& .react-flow__nodes': {
        pointerEvents: 'none',
        transformOrigin: '0 0',
      },
      '& .react-flow__node': {
        position: 'absolute',
        userSelect: 'none',
        pointerEvents: 'all',
        transformOrigin: '0 0',
        boxSizing: 'border-box',
      },
      '& .react-flow__handle': {
        position: 'absolute',
        top: '50%',
        '&.react-flow__handle-left': { left: 0 },
        '&.react-flow__handle-right': { right: 0 },
      },
    },
    // The library asks to be named; inside of the tree a link would be no part of it.
    credit: {
      position: 'absolute',
      left: 10,
      bottom: 6,
      zIndex: 5,
      fontSize: 11,
      color: mutedInk(theme),
    },
    zoom: {
      position: 'absolute',
      right: 10,
      bottom: 10,
      zIndex: 5,
      display: 'flex',
      flexDirection: 'column',
      borderRadius: 6,
      border: `1px solid ${line(theme)}`,
      background: theme.palette.background.paper,
    },
  }),
  { name: 'ProductOpsOwnershipCanvas' },
);
