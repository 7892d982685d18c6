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
import {
  type AttentionLine,
  attentionLines,
  subjectOf,
} from './attentionLines';
import { SeverityIcon } from './SeverityIcon';

/** So many lines are shown at first; the rest on demand. */
const FIRST = 5;
/** So many items that share a line are listed; the rest is a number. */
const LISTED = 200;

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
    alike: {
      margin: theme.spacing(0.5, 0),
      paddingLeft: theme.spacing(2.5),
      fontSize: '0.88rem',
      '& li': { padding: '2px 0' },
    },
    show: { textTransform: 'none', marginLeft: -5 },
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

/** The items that share a line, on demand. */
function Alike(props: { line: AttentionLine }) {
  const { title, detail, items } = props.line;
  const classes = useStyles();
  const t = useText();
  const [open, setOpen] = useState(false);
  const label = open
    ? t('overview.hideAlike')
    : t('overview.showAlike', { number: String(items.length) });
  return (
    <>
      <Button
        size="small"
        color="primary"
        className={classes.show}
        aria-expanded={open}
        aria-label={`${label}: ${title}`}
        onClick={() => setOpen(!open)}
      >
        {label}
      </Button>
      {open && (
        <ul className={classes.alike}>
          {items.slice(0, LISTED).map(item => (
            <li key={item.id}>
              {item.title}
              {item.detail !== detail && (
                <div className={classes.detail}>{item.detail}</div>
              )}
            </li>
          ))}
          {items.length > LISTED && (
            <li>
              {t('common.more', { number: String(items.length - LISTED) })}
            </li>
          )}
        </ul>
      )}
    </>
  );
}

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
  const lines = attentionLines(attention, t);
  const shown = all ? lines : lines.slice(0, FIRST);
  return (
    <Panel title={t('overview.attention')} count={attention.length}>
      <ul className={classes.list}>
        {shown.map(entry => {
          const { id, title, detail, items } = entry;
          const [first] = items;
          return (
            <li key={id} className={classes.item}>
              <SeverityIcon severity={first.severity} />
              <div className={classes.text}>
                <span className={classes.title}>{title}</span>
                <div className={classes.detail}>
                  {subjectOf(first, t)}
                  {detail && ` · ${detail}`}
                </div>
                {items.length > 1 && <Alike line={entry} />}
              </div>
              {first.action && (
                <AttentionActionButton
                  action={first.action}
                  about={title}
                  entity={entity}
                />
              )}
            </li>
          );
        })}
      </ul>
      {lines.length > FIRST && (
        <Button
          size="small"
          color="primary"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all
            ? t('common.showFewer')
            : t('common.more', { number: String(lines.length - FIRST) })}
        </Button>
      )}
    </Panel>
  );
}
