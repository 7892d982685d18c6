import { useState } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  EntityLink,
  OwnershipEvent,
} from '@productops/backstage-plugin-product-ops-common';
import { useOwnershipHistory } from '../api/ownershipHooks';
import {
  EntityName,
  Missing,
  mutedInk,
  Pager,
  Panel,
  Timeline,
  When,
} from '../components';
import { useText } from '../useText';

const PAGE = 10;

const useStyles = makeStyles(
  (theme: Theme) => ({
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
        <Timeline label={t('ownershipPage.tab.history')}>
          {data.items.map(event => (
            <li key={event.id}>
              <Happened event={event} />
            </li>
          ))}
        </Timeline>
      )}
      <Pager pageInfo={data.pageInfo} onCursor={setCursor} />
    </Panel>
  );
}
