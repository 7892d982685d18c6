import IconButton from '@material-ui/core/IconButton';
import InIcon from '@material-ui/icons/Add';
import OutIcon from '@material-ui/icons/Remove';
import StartIcon from '@material-ui/icons/FirstPage';
import { useReactFlow, useStore } from '@xyflow/react';
import { useText } from '../../useText';
import { ZOOM } from './room';

/** Nearer, farther as long as it can be read, and back to the root. */
export function ZoomButtons(props: { className: string; onStart: () => void }) {
  const t = useText();
  const { zoomIn, zoomOut } = useReactFlow();
  const zoom = useStore(state => state.transform[2]);
  const buttons = [
    {
      name: t('ownershipPage.graph.zoom.in'),
      icon: <InIcon fontSize="small" />,
      disabled: zoom >= ZOOM.max,
      onClick: () => zoomIn(),
    },
    {
      name: t('ownershipPage.graph.zoom.out'),
      icon: <OutIcon fontSize="small" />,
      disabled: zoom <= ZOOM.min,
      onClick: () => zoomOut(),
    },
    {
      name: t('ownershipPage.graph.zoom.start'),
      icon: <StartIcon fontSize="small" />,
      disabled: false,
      onClick: props.onStart,
    },
  ];
  return (
    <div
      role="group"
      aria-label={t('ownershipPage.graph.zoom.label')}
      className={props.className}
    >
      {buttons.map(({ name, icon, disabled, onClick }) => (
        <IconButton
          key={name}
          size="small"
          aria-label={name}
          title={name}
          disabled={disabled}
          onClick={onClick}
        >
          {icon}
        </IconButton>
      ))}
    </div>
  );
}
