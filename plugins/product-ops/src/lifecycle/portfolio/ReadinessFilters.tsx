import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { useReadiness } from '../../api/lifecyclePortfolioHooks';
import { Choice, FilterButton, Toolbar } from '../../components';
import { tierMeaning } from '../../overview/TierTag';
import { useText } from '../../useText';
import {
  READINESS_BYS,
  READINESS_KINDS,
  READINESS_TIERS,
  type ReadinessBy,
  type ReadinessState,
} from './useReadinessQuery';

/** The most choices that a filter offers. */
const MOST = 100;

/** One filter whose choices are the groups that there are; they are asked for when somebody wants to choose. */
function GroupFilter(props: {
  by: ReadinessBy;
  label: string;
  none: string;
  selected: string[];
  onChange: (selected: string[]) => void;
}) {
  const { by, selected } = props;
  const t = useText();
  const [wanted, setWanted] = useState(false);
  // What is chosen has a title, too.
  const { data, isLoading } = useReadiness(
    { by, limit: MOST },
    { enabled: wanted || selected.length > 0 },
  );
  return (
    <FilterButton
      label={props.label}
      options={(data?.items ?? []).map(({ value, title }) => ({
        value,
        label: value === 'none' ? props.none : title,
      }))}
      selected={selected}
      onChange={props.onChange}
      onOpen={() => setWanted(true)}
      footer={isLoading && t('common.loading', { what: props.label })}
    />
  );
}

/** By what readiness is put together. */
export function ReadinessChoice(props: { state: ReadinessState }) {
  const { url, by } = props.state;
  const t = useText();
  return (
    <Choice
      label={t('readiness.by')}
      value={by}
      options={READINESS_BYS.map(value => ({
        value,
        label: t(`readiness.bys.${value}`),
      }))}
      onChange={value =>
        url.patch({ by: value === 'team' ? undefined : value })
      }
    />
  );
}

/** What readiness is shown of; all of it in the address. */
export function ReadinessFilters(props: { state: ReadinessState }) {
  const { url, selected, filtered, clear } = props.state;
  const t = useText();
  // Of these the contract takes one: the latest that was chosen.
  const last = (values: string[]) => values[values.length - 1];
  return (
    <Toolbar label={t('common.filters')}>
      <GroupFilter
        by="team"
        label={t('readiness.team')}
        none={t('readiness.nobody')}
        selected={selected.owner ? [selected.owner] : []}
        onChange={values => url.patch({ owner: last(values) })}
      />
      <GroupFilter
        by="product"
        label={t('readiness.product')}
        none={t('readiness.noProduct')}
        selected={selected.product ? [selected.product] : []}
        onChange={values => url.patch({ product: last(values) })}
      />
      <GroupFilter
        by="stage"
        label={t('readiness.stage')}
        none={t('products.noStage')}
        selected={selected.stage}
        onChange={stage => url.patch({ stage })}
      />
      <GroupFilter
        by="check"
        label={t('readiness.check')}
        none={t('common.none')}
        selected={selected.check ? [selected.check] : []}
        onChange={values => url.patch({ check: last(values) })}
      />
      <FilterButton
        label={t('readiness.kind')}
        options={READINESS_KINDS.map(value => ({
          value,
          label: t(`ownershipPage.gaps.kinds.${value}`),
        }))}
        selected={selected.kind}
        onChange={kind => url.patch({ kind })}
      />
      <FilterButton
        label={t('readiness.tier')}
        options={READINESS_TIERS.map(value => ({
          value,
          label: value === 'none' ? t('tier.none') : tierMeaning(value, t),
        }))}
        selected={selected.tier}
        onChange={tier => url.patch({ tier })}
      />
      {filtered && (
        <Button color="primary" onClick={clear}>
          {t('common.clearFilters')}
        </Button>
      )}
    </Toolbar>
  );
}
