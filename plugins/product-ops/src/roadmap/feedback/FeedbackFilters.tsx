import { useState } from 'react';
import Button from '@material-ui/core/Button';
import {
  FEEDBACK_STATUSES,
  type FeedbackCounts,
} from '@productops/backstage-plugin-product-ops-common';
import { useFeedbackChoices } from '../../api/feedbackHooks';
import {
  FilterButton,
  SearchField,
  SortField,
  Toolbar,
} from '../../components';
import { useText } from '../../useText';
import {
  FEEDBACK_SORTS,
  MINE,
  type useFeedbackQuery,
} from './useFeedbackQuery';

type State = ReturnType<typeof useFeedbackQuery>;

/** The filters that say about what it is; their choices are fetched when somebody opens one. */
function Whose(props: { state: State }) {
  const { url, selected } = props.state;
  const t = useText();
  const [opened, setOpened] = useState(
    Boolean(selected.product || selected.owner),
  );
  const { data } = useFeedbackChoices(opened);
  // One at a time: the latest that was chosen.
  const choose = (name: 'product' | 'owner') => (values: string[]) =>
    url.patch({ [name]: values[values.length - 1], feedback: undefined });
  return (
    <>
      <FilterButton
        label={t('roadmap.feedback.team')}
        options={(data?.facets.owner ?? [])
          .filter(({ value }) => value !== 'none')
          .map(({ value, label }) => ({ value, label }))}
        selected={selected.owner ? [selected.owner] : []}
        onOpen={() => setOpened(true)}
        onChange={choose('owner')}
      />
      <FilterButton
        label={t('roadmap.feedback.product')}
        options={(data?.items ?? []).map(({ entity }) => ({
          value: entity.ref,
          label: entity.title,
        }))}
        selected={selected.product ? [selected.product] : []}
        onOpen={() => setOpened(true)}
        onChange={choose('product')}
      />
    </>
  );
}

/** What is to be shown of feedback, and in which order. */
export function FeedbackFilters(props: {
  state: State;
  ofEntity: boolean;
  counts?: FeedbackCounts;
}) {
  const { state, ofEntity, counts } = props;
  const { url, selected, filtered, clear } = state;
  const t = useText();
  return (
    <Toolbar
      label={t('common.filters')}
      end={
        <SortField
          value={selected.sort}
          options={FEEDBACK_SORTS.map(value => ({
            value,
            label: t(`roadmap.feedback.sorts.${value}`),
          }))}
          onChange={sort =>
            url.patch({ sort: sort === 'votes' ? undefined : sort })
          }
        />
      }
    >
      <SearchField
        label={t('roadmap.feedback.searchLabel')}
        value={selected.q ?? ''}
        onChange={q => url.patch({ q: q || undefined }, { replace: true })}
      />
      <FilterButton
        label={t('roadmap.feedback.status')}
        options={FEEDBACK_STATUSES.map(value => ({
          value,
          label: t(`roadmap.feedback.statuses.${value}`),
          ...(counts && { count: counts[value] }),
        }))}
        selected={selected.status}
        onChange={status => url.patch({ status })}
      />
      {!ofEntity && <Whose state={state} />}
      <FilterButton
        label={t('roadmap.feedback.linked')}
        options={(['no', 'yes'] as const).map(value => ({
          value,
          label: t(`roadmap.feedback.linkedNames.${value}`),
        }))}
        selected={selected.linked ? [selected.linked] : []}
        onChange={values => url.patch({ linked: values[values.length - 1] })}
      />
      <FilterButton
        label={t('roadmap.feedback.mine')}
        options={MINE.map(value => ({
          value,
          label: t(`roadmap.feedback.mineNames.${value}`),
        }))}
        selected={selected.mine ? [selected.mine] : []}
        onChange={values => url.patch({ mine: values[values.length - 1] })}
      />
      {filtered && (
        <Button color="primary" onClick={clear}>
          {t('common.clearFilters')}
        </Button>
      )}
    </Toolbar>
  );
}
