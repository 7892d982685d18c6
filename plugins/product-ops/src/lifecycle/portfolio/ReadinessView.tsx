import Typography from '@material-ui/core/Typography';
import { useReadiness } from '../../api/lifecyclePortfolioHooks';
import {
  CountLine,
  Missing,
  NoMatch,
  Pager,
  Rows,
  Teach,
} from '../../components';
import { useText } from '../../useText';
import { ReadinessAnswer } from './ReadinessAnswer';
import { ReadinessChoice, ReadinessFilters } from './ReadinessFilters';
import { ReadinessRow } from './ReadinessRow';
import { useReadinessQuery } from './useReadinessQuery';

const STAGE_LINES = 'spec:\n  lifecycle: live';

/** How ready everything is for the stage it is in, rolled up, and down to what each entity misses. */
export function ReadinessView() {
  const t = useText();
  const state = useReadinessQuery();
  const { url, by, query, filters, selected, filtered, clear } = state;
  const { data, error, refetch, isPlaceholderData } = useReadiness(query);
  // The check that most miss; where one check is asked for, that one.
  const checks = useReadiness({ ...filters, by: 'check', limit: 1 });
  const [worst] = checks.data?.items ?? [];
  if (!data) {
    return (
      <>
        {error && <ReadinessFilters state={state} />}
        <Missing
          error={error}
          onRetry={refetch}
          onClear={filtered || query.cursor ? clear : undefined}
          what={t('readiness.what')}
          rows={[60, 40, 320]}
        />
      </>
    );
  }
  if (data.total.entities === 0 && !filtered) {
    return data.evaluatedAt ? (
      <Teach
        title={t('readiness.emptyTitle')}
        text={t('readiness.empty')}
        lines={[{ label: 'catalog-info.yaml', text: STAGE_LINES }]}
      />
    ) : (
      <div role="status">
        <Typography>{t('readiness.unanswered')}</Typography>
      </div>
    );
  }
  const asked = worst?.value === selected.check ? worst : undefined;
  return (
    <div>
      {data.total.entities > 0 && (
        <ReadinessAnswer page={data} check={asked} worst={worst} />
      )}
      <ReadinessFilters state={state} />
      <CountLine
        count={t(`readiness.groups.${by}`, { count: data.totalItems })}
      >
        <ReadinessChoice state={state} />
      </CountLine>
      {data.items.length === 0 ? (
        <NoMatch>{t('readiness.noMatch')}</NoMatch>
      ) : (
        <Rows label={t(`readiness.list.${by}`)} updating={isPlaceholderData}>
          {data.items.map(group => (
            <ReadinessRow key={group.value} group={group} state={state} />
          ))}
        </Rows>
      )}
      <Pager
        pageInfo={data.pageInfo}
        onCursor={cursor => url.patch({ cursor })}
      />
    </div>
  );
}
