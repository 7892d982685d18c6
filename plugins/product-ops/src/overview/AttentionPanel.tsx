import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/CheckCircleOutline';
import type {
  AttentionItem,
  EntityLink,
} from '@productops/backstage-plugin-product-ops-common';
import { line, mutedInk, Panel, toneColors } from '../components';
import { useText } from '../useText';
import { AttentionActionButton } from './AttentionActionButton';
import { SeverityIcon } from './SeverityIcon';

/** So many are shown at first; the rest on demand. */
const FIRST = 5;

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'grid',
      gridTemplateColumns: '22px minmax(0, 1fr) auto',
      gap: theme.spacing(0.5, 1.25),
      alignItems: 'start',
      padding: theme.spacing(1.25, 0),
      borderTop: `1px solid ${line(theme)}`,
      '&:first-child': { borderTop: 'none', paddingTop: 0 },
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: '22px minmax(0, 1fr)',
        '& > :last-child': { gridColumn: 2, justifySelf: 'start' },
      },
    },
    text: { fontSize: '0.92rem', overflowWrap: 'anywhere' },
    title: { fontWeight: 700 },
    detail: { color: mutedInk(theme), fontSize: '0.85rem' },
    calm: {
      display: 'flex',
      gap: theme.spacing(1),
      alignItems: 'center',
      fontSize: '0.92rem',
      '& svg': { color: toneColors(theme, 'ok').ink },
    },
  }),
  { name: 'ProductOpsAttention' },
);

/** What somebody should act on, most urgent first, each with the action that fixes it. */
export function AttentionPanel(props: {
  attention: AttentionItem[];
  entity: EntityLink;
}) {
  const { attention, entity } = props;
  const classes = useStyles();
  const t = useText();
  const [all, setAll] = useState(false);
  if (attention.length === 0) {
    return (
      <Panel title={t('overview.attention')}>
        <div className={classes.calm}>
          <CheckIcon aria-hidden />
          {t('overview.calm')}
        </div>
      </Panel>
    );
  }
  const shown = all ? attention : attention.slice(0, FIRST);
  return (
    <Panel title={t('overview.attention')} count={attention.length}>
      <ul className={classes.list}>
        {shown.map(item => (
          <li key={item.id} className={classes.item}>
            <SeverityIcon severity={item.severity} />
            <div className={classes.text}>
              <span className={classes.title}>{item.title}</span>
              <div className={classes.detail}>
                {t(`subject.${item.subject}`)}
                {item.detail && ` · ${item.detail}`}
              </div>
            </div>
            {item.action && (
              <AttentionActionButton
                action={item.action}
                about={item.title}
                entity={entity}
              />
            )}
          </li>
        ))}
      </ul>
      {attention.length > FIRST && (
        <Button
          size="small"
          color="primary"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all
            ? t('common.showFewer')
            : t('common.showAll', { number: String(attention.length) })}
        </Button>
      )}
    </Panel>
  );
}
