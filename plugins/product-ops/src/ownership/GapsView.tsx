import type {
  OwnershipGap,
  OwnershipGapPage,
} from '@productops/backstage-plugin-product-ops-common';
import { useOwnershipGaps } from '../api/ownershipHooks';
import {
  Calm,
  CountLine,
  EntityName,
  FilterButton,
  OneFilterButton,
  Missing,
  Muted,
  NoMatch,
  Pager,
  Row,
  Rows,
  SearchField,
  Sparkline,
  Strong,
  Toolbar,
  When,
} from '../components';
import { StageTag } from '../lifecycle';
import { AttentionActionButton } from '../overview/AttentionActionButton';
import { SeverityIcon } from '../overview/SeverityIcon';
import { TierTag, tierMeaning } from '../overview/TierTag';
import { useText } from '../useText';
import { GAP_TIERS, useGapsQuery } from './useGapsQuery';

const KINDS = [
  'product',
  'component',
  'api',
  'system',
  'resource',
  'domain',
] as const;

/** Where there is no answer, nothing is known of what the filters would give. */
const NO_FACETS: Pick<OwnershipGapPage, 'rules' | 'teams'> = {
  rules: [],
  teams: [],
};

function Filters(props: {
  state: ReturnType<typeof useGapsQuery>;
  facets: Pick<OwnershipGapPage, 'rules' | 'teams'>;
}) {
  const { url, selected, filtered, clear } = props.state;
  const { rules, teams } = props.facets;
  const t = useText();
  return (
    <Toolbar onClear={filtered ? clear : undefined} label={t('common.filters')}>
      <SearchField
        label={t('ownershipPage.gaps.searchLabel')}
        value={selected.q ?? ''}
        onChange={q => url.patch({ q: q || undefined }, { replace: true })}
      />
      <FilterButton
        label={t('ownershipPage.gaps.rule')}
        options={rules.map(({ value, title, count }) => ({
          value,
          label: title,
          count,
        }))}
        selected={selected.rule}
        onChange={rule => url.patch({ rule })}
      />
      <OneFilterButton
        label={t('ownershipPage.gaps.team')}
        options={teams.map(({ value, title, count }) => ({
          value,
          label: value === 'none' ? t('ownershipPage.gaps.nobody') : title,
          count,
        }))}
        selected={selected.owner}
        onChange={owner => url.patch({ owner })}
      />
      <FilterButton
        label={t('ownershipPage.gaps.kind')}
        options={KINDS.map(value => ({
          value,
          label: t(`ownershipPage.gaps.kinds.${value}`),
        }))}
        selected={selected.kind}
        onChange={kind => url.patch({ kind })}
      />
      <FilterButton
        label={t('overview.tier')}
        options={GAP_TIERS.map(value => ({
          value,
          label: value === 'none' ? t('tier.none') : tierMeaning(value, t),
        }))}
        selected={selected.tier}
        onChange={tier => url.patch({ tier })}
      />
    </Toolbar>
  );
}

function Gap(props: { gap: OwnershipGap }) {
  const { entity, owner, tier, stage, severity, title, detail, action, since } =
    props.gap;
  const t = useText();
  return (
    <Row
      lead={<SeverityIcon severity={severity} />}
      head={
        <>
          <Strong>
            <EntityName entity={entity} />
          </Strong>
          <Muted>{entity.kind}</Muted>
          {tier !== undefined && <TierTag tier={tier} short />}
          {stage && <StageTag stage={stage} />}
        </>
      }
      actions={
        action && (
          <AttentionActionButton
            action={action}
            about={`${entity.title}: ${title}`}
            entity={entity}
          />
        )
      }
    >
      <div>{title}</div>
      <Muted>
        {detail && `${detail} `}
        {owner && <EntityName entity={owner} />}
        {!owner && !detail && t('ownershipPage.gaps.unowned')}
        {' · '}
        {t('ownershipPage.gaps.since')} <When value={since} />
      </Muted>
    </Row>
  );
}

/** Everything that nobody answers for, or not well, each with the lines that would put it right. */
export function GapsView() {
  const t = useText();
  const state = useGapsQuery();
  const { url, query, filtered, clear } = state;
  const { data, error, refetch, isPlaceholderData } = useOwnershipGaps(query);
  if (!data) {
    return (
      <>
        {error && <Filters state={state} facets={NO_FACETS} />}
        <Missing
          error={error}
          onRetry={refetch}
          onClear={filtered || query.cursor ? clear : undefined}
          what={t('ownershipPage.gaps.what')}
          rows={[40, 320]}
        />
      </>
    );
  }
  const trend = (
    <Sparkline
      trend={data.trend}
      words={told => t('ownershipPage.gaps.trend', told)}
    />
  );
  if (data.totalItems === 0 && !filtered) {
    return (
      <>
        {trend}
        <Calm
          title={t('ownershipPage.gaps.calmTitle')}
          text={t('ownershipPage.gaps.calm')}
        />
      </>
    );
  }
  return (
    <div>
      <Filters state={state} facets={data} />
      <CountLine
        count={t('ownershipPage.gaps.count', { count: data.totalItems })}
      >
        {trend}
      </CountLine>
      {data.items.length === 0 ? (
        <NoMatch>{t('ownershipPage.gaps.noMatch')}</NoMatch>
      ) : (
        <Rows label={t('ownershipPage.gaps.list')} updating={isPlaceholderData}>
          {data.items.map(gap => (
            <Gap key={`${gap.entity.ref} ${gap.rule} ${gap.title}`} gap={gap} />
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
