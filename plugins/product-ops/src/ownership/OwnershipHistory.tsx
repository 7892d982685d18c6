import { useState } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  EntityLink,
  OwnershipEvent,
} from '@productops/backstage-plugin-product-ops-common';
import { useOwnershipHistory } from '../api/ownershipHooks';
import {
  EntityName,
  line,
  linksInText,
  Missing,
  mutedInk,
  Pager,
  Panel,
  When,
} from '../components';
import { useText } from '../useText';

const PAGE = 10;

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      fontSize: '0.9rem',
      ...linksInText,
      '& > li': {
        position: 'relative',
        padding: theme.spacing(0, 0, 1.5, 2.5),
        borderLeft: `2px solid ${line(theme)}`,
        marginLeft: 5,
        overflowWrap: 'anywhere',
        '&::before': {
          content: '""',
          position: 'absolute',
          left: -6,
          top: 5,
          width: 10,
          height: 10,
          borderRadius: '50%',
          background: theme.palette.background.paper,
          border: `2px solid ${mutedInk(theme)}`,
          boxSizing: 'border-box',
        },
        '&:last-child': { borderLeftColor: 'transparent', paddingBottom: 0 },
      },
    },
    when: { color: mutedInk(theme), fontSize: '0.82rem' },
  }),
  { name: 'ProductOpsOwnershipHistory' },
);

/** One thing that happened, in a sentence. */
function Happened(props: { event: OwnershipEvent }) {
  const { event, from, to, by, text, at } = props.event;
  const classes = useStyles();
  const t = useText();
  const named = (owner: EntityLink | undefined) =>
    owner ? <EntityName entity={owner} /> : t('ownershipPage.transfers.nobody');
  return (
    <>
      {event === 'confirmed' || event === 'wrong' ? (
        named(from)
      ) : (
        <>
          {event !== 'first-seen' && (
            <>
              {named(from)}
              {' → '}
            </>
          )}
          {named(to)}
        </>
      )}
      {text && <div>“{text}”</div>}
      <div className={classes.when}>
        {t(`ownershipPage.tab.events.${event}`)}{' '}
        {by && <EntityName entity={by} />} <When value={at} />
      </div>
    </>
  );
}

/** Who owned it, what was said of that, and what was handed over, the latest first. */
export function OwnershipHistory(props: { entityRef: string }) {
  const { entityRef } = props;
  const classes = useStyles();
  const t = useText();
  const [cursor, setCursor] = useState<string>();
  const { data, error, refetch } = useOwnershipHistory(entityRef, {
    limit: PAGE,
    ...(cursor && { cursor }),
  });
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        what={t('ownershipPage.tab.historyWhat')}
        rows={[160]}
      />
    );
  }
  return (
    <Panel title={t('ownershipPage.tab.history')}>
      {data.items.length === 0 ? (
        t('ownershipPage.tab.noHistory')
      ) : (
        <ol
          className={classes.list}
          aria-label={t('ownershipPage.tab.history')}
        >
          {data.items.map(event => (
            <li key={event.id}>
              <Happened event={event} />
            </li>
          ))}
        </ol>
      )}
      <Pager pageInfo={data.pageInfo} onCursor={setCursor} />
    </Panel>
  );
}
