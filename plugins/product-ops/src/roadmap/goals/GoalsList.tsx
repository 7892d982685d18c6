import { useState } from 'react';
import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import type {
  GoalPage,
  GoalSummary,
} from '@productops/backstage-plugin-product-ops-common';
import { useGoals } from '../../api/goalsHooks';
import {
  CountLine,
  EntityName,
  FilterButton,
  OneFilterButton,
  Missing,
  Muted,
  NoMatch,
  OnDate,
  Pager,
  Row,
  Rows,
  SearchField,
  SortField,
  Strong,
  Tag,
  Teach,
  Toolbar,
} from '../../components';
import { GOAL_LINES } from '../../documents';
import { useText } from '../../useText';
import { GoalDialog } from './GoalDialog';
import { GoalProgress } from './GoalProgress';
import { DUE, SORTS, STATES, useGoalsQuery } from './useGoalsQuery';
import { riskText, toneOfState, withUnit } from './words';

const NO_FACETS: GoalPage['facets'] = { state: [], team: [], product: [] };

function Filters(props: {
  state: ReturnType<typeof useGoalsQuery>;
  facets: GoalPage['facets'];
  onRecord: () => void;
}) {
  const { url, selected, filtered, clear } = props.state;
  const { facets } = props;
  const t = useText();
  return (
    <Toolbar
      onClear={filtered ? clear : undefined}
      label={t('common.filters')}
      end={
        <>
          <SortField
            value={selected.sort}
            options={SORTS.map(value => ({
              value,
              label: t(`roadmap.goals.sort.${value}`),
            }))}
            onChange={sort => url.patch({ sort })}
          />
          <Button variant="contained" color="primary" onClick={props.onRecord}>
            {t('roadmap.goals.record')}
          </Button>
        </>
      }
    >
      <SearchField
        label={t('roadmap.goals.searchLabel')}
        value={selected.q ?? ''}
        onChange={q => url.patch({ q: q || undefined }, { replace: true })}
      />
      <FilterButton
        label={t('roadmap.goals.state')}
        options={STATES.map(value => ({
          value,
          label: t(`roadmap.goals.states.${value}`),
          count: facets.state.find(one => one.value === value)?.count ?? 0,
        }))}
        selected={selected.state}
        onChange={state => url.patch({ state })}
      />
      <OneFilterButton
        label={t('roadmap.goals.team')}
        options={facets.team}
        selected={selected.team}
        // With its sub-teams.
        onChange={team => url.patch({ team })}
      />
      <FilterButton
        label={t('roadmap.goals.product')}
        options={facets.product}
        selected={selected.product}
        onChange={product => url.patch({ product })}
      />
      {selected.domain.length > 0 && (
        <FilterButton
          label={t('roadmap.goals.domain')}
          options={selected.domain.map(value => ({ value, label: value }))}
          selected={selected.domain}
          onChange={domain => url.patch({ domain })}
        />
      )}
      <OneFilterButton
        label={t('roadmap.goals.due')}
        options={DUE.map(value => ({
          value,
          label: t(`roadmap.goals.dueChoices.${value}`),
        }))}
        selected={selected.due}
        onChange={due => url.patch({ due })}
      />
    </Toolbar>
  );
}

function GoalRow(props: { goal: GoalSummary; href: string }) {
  const { goal, href } = props;
  const { metric, standing } = goal;
  const t = useText();
  const { items, risks } = standing;
  const facts = [
    metric &&
      (metric.current === undefined
        ? t('roadmap.goals.noValue', { metric: metric.name })
        : t('roadmap.goals.current', {
            value: withUnit(metric.current, metric.unit),
          })),
    metric?.target !== undefined &&
      t('roadmap.goals.target', {
        value: withUnit(metric.target, metric.unit),
      }),
    items.total > 0
      ? t('roadmap.goals.items', {
          count: items.total,
          done: String(items.done),
        })
      : t('roadmap.goals.noItems'),
  ].filter(Boolean);
  return (
    <Row
      head={
        <>
          <Strong>
            <Link to={href}>{goal.title}</Link>
          </Strong>
          <Tag tone={toneOfState(standing.state)}>
            {t(`roadmap.goals.states.${standing.state}`)}
          </Tag>
          {goal.due && (
            <Muted>
              {t('common.due', { date: <OnDate value={goal.due} /> })}
            </Muted>
          )}
        </>
      }
    >
      <GoalProgress goal={goal} />
      <div>{facts.join(' · ')}</div>
      {risks.length > 0 && (
        <div>{risks.map(risk => riskText(risk, t)).join(' · ')}</div>
      )}
      <Muted>
        <EntityName entity={goal.entity} />
        {goal.owner && (
          <>
            {' · '}
            <EntityName entity={goal.owner} />
          </>
        )}
        {' · '}
        {t(`roadmap.goals.${goal.source}`)}
      </Muted>
    </Row>
  );
}

/** All goals that the reader may see, what is missed or at risk first. */
export function GoalsList() {
  const t = useText();
  const state = useGoalsQuery();
  const { url, query, filtered, clear, selected } = state;
  const [recording, setRecording] = useState(false);
  const { data, error, refetch, isPlaceholderData } = useGoals(query);
  const dialog = recording && (
    <GoalDialog
      entity={selected.product[0]}
      onClose={() => setRecording(false)}
      onDone={goal =>
        url.patch({ of: goal.entity.ref, goal: goal.id, source: undefined })
      }
    />
  );
  const record = () => setRecording(true);
  if (!data) {
    return (
      <>
        {error && (
          <Filters state={state} facets={NO_FACETS} onRecord={record} />
        )}
        <Missing
          error={error}
          onRetry={refetch}
          onClear={filtered || query.cursor ? clear : undefined}
          what={t('roadmap.goals.what')}
          rows={[40, 320]}
        />
        {dialog}
      </>
    );
  }
  if (data.totalItems === 0 && !filtered) {
    return (
      <>
        <Teach
          title={t('roadmap.goals.emptyTitle')}
          text={t('roadmap.goals.empty')}
          lines={[
            {
              label: t('common.addTo', { file: 'catalog-info.yaml' }),
              text: GOAL_LINES,
            },
          ]}
        />
        <Button variant="contained" color="primary" onClick={record}>
          {t('roadmap.goals.record')}
        </Button>
        {dialog}
      </>
    );
  }
  const urgent = data.facets.state
    .filter(({ value }) => value === 'missed' || value === 'at-risk')
    .reduce((sum, { count }) => sum + count, 0);
  return (
    <div>
      <Filters state={state} facets={data.facets} onRecord={record} />
      <CountLine count={t('roadmap.goals.count', { count: data.totalItems })}>
        <span>
          {urgent > 0
            ? t('roadmap.goals.atRisk', { count: urgent })
            : t('roadmap.goals.allWell')}
        </span>
      </CountLine>
      {data.items.length === 0 ? (
        <NoMatch>{t('roadmap.goals.noMatch')}</NoMatch>
      ) : (
        <Rows label={t('roadmap.goals.list')} updating={isPlaceholderData}>
          {data.items.map(goal => (
            <GoalRow
              key={`${goal.id}@${goal.entity.ref}`}
              goal={goal}
              href={url.hrefWith({ of: goal.entity.ref, goal: goal.id })}
            />
          ))}
        </Rows>
      )}
      <Pager
        pageInfo={data.pageInfo}
        onCursor={cursor => url.patch({ cursor })}
      />
      {dialog}
    </div>
  );
}
