import { useState } from 'react';
import Button from '@material-ui/core/Button';
import type { Runbook } from '@productops/backstage-plugin-product-ops-common';
import { useReviews } from '../../api/reviewsHooks';
import {
  EntityName,
  Lines,
  Missing,
  Muted,
  OnDate,
  Pager,
  Panel,
  When,
} from '../../components';
import { useText } from '../../useText';
import { ReviewDialog } from './ReviewDialog';
import { StaleNotice } from './StaleNotice';

const LAST = 3;

interface Props {
  entityRef: string;
  runbook: Runbook;
}

/** The recorded reviews of a runbook; a short list of the latest. */
function useReviewsOf({ entityRef, runbook }: Props, cursor?: string) {
  return useReviews(entityRef, runbook.id, {
    limit: LAST,
    ...(cursor && { cursor }),
  });
}

/** The button by which somebody vouches for a runbook; nothing for those who may not. */
function StillRight(props: Props) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const { data } = useReviewsOf(props);
  if (!data?.may.review) {
    return null;
  }
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        size="small"
        aria-haspopup="dialog"
        onClick={() => setAsking(true)}
      >
        {t('runbooks.reviews.stillRight')}
      </Button>
      {asking && <ReviewDialog {...props} onClose={() => setAsking(false)} />}
    </>
  );
}

/** Why a runbook wants a review, and the button for it. */
export function ReviewNotice(props: Props) {
  return <StaleNotice {...props} action={<StillRight {...props} />} />;
}

/** Who has reviewed a runbook and when, and when the next review is due. */
export function RunbookReviews(props: Props) {
  const { runbook } = props;
  const t = useText();
  // Not in the address: another runbook is one link away, and on the page of an alert all else there is its labels.
  const [cursor, setCursor] = useState<string>();
  const { data, error, refetch } = useReviewsOf(props, cursor);
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        what={t('runbooks.reviews.what')}
        rows={[60]}
      />
    );
  }
  const { lastReviewed, reviewDue, stale } = runbook;
  const isDeclared =
    lastReviewed && !data.items.some(({ at }) => at.startsWith(lastReviewed));
  return (
    <Panel
      title={t('runbooks.reviews.title')}
      count={data.totalItems || undefined}
      action={!stale && <StillRight {...props} />}
    >
      {data.items.length > 0 && (
        <Lines label={t('runbooks.reviews.title')}>
          {data.items.map(({ id, by, at, note, version }) => (
            <li key={id}>
              <div>
                <EntityName entity={by} />
                <Muted>
                  <When value={at} /> ·{' '}
                  {version === runbook.version
                    ? t('runbooks.reviews.thisVersion')
                    : t('runbooks.reviews.olderVersion')}
                </Muted>
                {note}
              </div>
            </li>
          ))}
        </Lines>
      )}
      {data.totalItems === 0 && !isDeclared && t('runbooks.reviews.none')}
      {isDeclared && data.pageInfo.prevCursor === undefined && (
        <Muted>
          {t('runbooks.reviews.declared')} <OnDate value={lastReviewed} />
        </Muted>
      )}
      <Muted>
        {reviewDue ? (
          <>
            {stale && reviewDue <= new Date().toISOString().slice(0, 10)
              ? t('runbooks.reviews.past')
              : t('runbooks.reviews.due')}{' '}
            <OnDate value={reviewDue} />
          </>
        ) : (
          !runbook.reviewEvery && t('runbooks.reviews.noPeriod')
        )}
      </Muted>
      <Pager pageInfo={data.pageInfo} onCursor={setCursor} />
    </Panel>
  );
}
