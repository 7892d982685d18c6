import { useState } from 'react';
import {
  FEEDBACK_STATUSES,
  type FeedbackCounts,
} from '@productops/backstage-plugin-product-ops-common';
import { useFeedbackChoices } from '../../api/feedbackHooks';
import {
  FilterButton,
  OneFilterButton,
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
  return (
    <>
      <OneFilterButton
        label={t('roadmap.feedback.team')}
        options={(data?.facets.owner ?? [])
          .filter(({ value }) => value !== 'none')
          .map(({ value, label }) => ({ value, label }))}
        selected={selected.owner}
        onOpen={() => setOpened(true)}
        onChange={owner => url.patch({ owner, feedback: undefined })}
      />
      <OneFilterButton
        label={t('roadmap.feedback.product')}
        options={(data?.items ?? []).map(({ entity }) => ({
          value: entity.ref,
          label: entity.title,
        }))}
        selected={selected.product}
        onOpen={() => setOpened(true)}
        onChange={product => url.patch({ product, feedback: undefined })}
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
      onClear={filtered ? clear : undefined}
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
      <OneFilterButton
        label={t('roadmap.feedback.linked')}
        options={(['no', 'yes'] as const).map(value => ({
          value,
          label: t(`roadmap.feedback.linkedNames.${value}`),
        }))}
        selected={selected.linked}
        onChange={linked => url.patch({ linked })}
      />
      <OneFilterButton
        label={t('roadmap.feedback.mine')}
        options={MINE.map(value => ({
          value,
          label: t(`roadmap.feedback.mineNames.${value}`),
        }))}
        selected={selected.mine}
        onChange={mine => url.patch({ mine })}
      />
    </Toolbar>
  );
}
