import type { ReactNode } from 'react';
import PrioritiesIcon from '@material-ui/icons/FormatListNumbered';
import FeedbackIcon from '@material-ui/icons/FeedbackOutlined';
import TimelineIcon from '@material-ui/icons/DateRangeOutlined';
import BoardIcon from '@material-ui/icons/ViewColumnOutlined';
import TableIcon from '@material-ui/icons/ViewListOutlined';
import {
  Choice,
  FilterButton,
  MoreFilters,
  SearchField,
  Toolbar,
  type UrlPatch,
} from '../components';
import { useText } from '../useText';
import {
  HORIZONS,
  type RoadmapView,
  type useRoadmapQuery,
  VIEWS,
} from './useRoadmapQuery';
import { statusOptions } from './words';

const ICONS: Record<RoadmapView, ReactNode> = {
  board: <BoardIcon aria-hidden />,
  timeline: <TimelineIcon aria-hidden />,
  table: <TableIcon aria-hidden />,
  priorities: <PrioritiesIcon aria-hidden />,
  feedback: <FeedbackIcon aria-hidden />,
};

/** What people ask for has filters of its own, under the same names. */
const FORGOTTEN: UrlPatch = {
  status: undefined,
  horizon: undefined,
  category: undefined,
  linked: undefined,
  mine: undefined,
  feedback: undefined,
  q: undefined,
  sort: undefined,
};

/** What of a roadmap is looked at, and how: the same filters whatever the view. */
export function RoadmapFilters(props: {
  asked: ReturnType<typeof useRoadmapQuery>;
  categories: string[];
  onClear: () => void;
  end: ReactNode;
}) {
  const { asked, categories, onClear } = props;
  const { url, view, by, selected, filtered } = asked;
  const t = useText();
  return (
    <Toolbar
      onClear={view !== 'feedback' && filtered ? onClear : undefined}
      label={t('common.filters')}
      end={
        <>
          <Choice
            label={t('common.view')}
            value={view}
            options={VIEWS.map(value => ({
              value,
              label:
                value === 'board'
                  ? t('roadmap.board')
                  : t(`roadmap.editing.views.${value}`),
              icon: ICONS[value],
            }))}
            onChange={value =>
              url.patch({
                view: value,
                ...((view === 'feedback') !== (value === 'feedback') &&
                  FORGOTTEN),
              })
            }
          />
          {props.end}
        </>
      }
    >
      {view !== 'feedback' && (
        <>
          <SearchField
            label={t('roadmap.searchLabel')}
            value={selected.q ?? ''}
            onChange={q => url.patch({ q: q || undefined }, { replace: true })}
          />
          <MoreFilters
            set={
              (['status', 'horizon', 'category'] as const).filter(
                name => selected[name].length > 0,
              ).length
            }
          >
            <FilterButton
              label={t('roadmap.status')}
              options={statusOptions(t)}
              selected={selected.status}
              whenNone={
                view === 'table' ||
                view === 'timeline' ||
                (view === 'board' && by === 'status')
                  ? undefined
                  : t('roadmap.openOnly')
              }
              onChange={status => url.patch({ status })}
            />
            <FilterButton
              label={t('roadmap.horizon')}
              options={HORIZONS.map(value => ({
                value,
                label: t(`roadmap.horizons.${value}`),
              }))}
              selected={selected.horizon}
              onChange={horizon => url.patch({ horizon })}
            />
            <FilterButton
              label={t('roadmap.category')}
              options={categories.map(value => ({ value, label: value }))}
              selected={selected.category}
              onChange={category => url.patch({ category })}
            />
          </MoreFilters>
          {view === 'board' && (
            <Choice
              label={t('roadmap.editing.board.by')}
              value={by}
              options={[
                {
                  value: 'horizon',
                  label: t('roadmap.editing.board.byHorizon'),
                },
                { value: 'status', label: t('roadmap.editing.board.byStatus') },
              ]}
              onChange={value =>
                url.patch({ by: value === 'horizon' ? undefined : value })
              }
            />
          )}
        </>
      )}
    </Toolbar>
  );
}
