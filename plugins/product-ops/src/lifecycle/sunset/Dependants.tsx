import type {
  SunsetDependantState,
  SunsetPlan,
} from '@productops/backstage-plugin-product-ops-common';
import { useSunsetDependants } from '../../api/lifecyclePortfolioHooks';
import {
  CalmLine,
  FilterButton,
  Missing,
  NoMatch,
  Pager,
  RowList,
  Subheading,
  Toolbar,
  useUrlState,
} from '../../components';
import { useText } from '../../useText';
import { DependantRow, type OnAnswer } from './DependantRow';

const STATES: SunsetDependantState[] = [
  'open',
  'acknowledged',
  'moved',
  'objected',
  'gone',
];
const PAGE = 20;

// The tab that this is part of has lists of its own: what is asked here has names of its own in the address.
const STATE = 'dependants';
const CURSOR = 'dependantsCursor';

/** What depends on something that is leaving, what is due first. */
export function Dependants(props: { plan: SunsetPlan; onAnswer: OnAnswer }) {
  const { plan, onAnswer } = props;
  const { counts } = plan;
  const t = useText();
  const url = useUrlState();
  const state = STATES.filter(one => url.getAll(STATE).includes(one));
  const cursor = url.get(CURSOR);
  const { data, error, refetch } = useSunsetDependants(plan.id, {
    limit: PAGE,
    ...(cursor && { cursor }),
    ...(state.length && { state }),
  });
  const keep = () => ({ cursor: url.get('cursor') });
  if (counts.total === 0) {
    return (
      <>
        <Subheading>{t('sunset.dependants')}</Subheading>
        <CalmLine>{t('sunset.noDependants')}</CalmLine>
      </>
    );
  }
  return (
    <>
      <Subheading>
        {t('sunset.dependants')} {counts.total}
      </Subheading>
      <Toolbar label={t('common.filters')}>
        <FilterButton
          label={t('sunset.filter')}
          options={STATES.map(value => ({
            value,
            label: t(`sunset.states.${value}`),
            count: counts[value],
          }))}
          selected={state}
          onChange={chosen =>
            url.patch({ ...keep(), [STATE]: chosen, [CURSOR]: undefined })
          }
        />
      </Toolbar>
      {!data && (
        <Missing
          error={error}
          onRetry={refetch}
          what={t('sunset.dependantsWhat')}
          rows={[120]}
        />
      )}
      {data?.items.length === 0 && <NoMatch>{t('sunset.noMatch')}</NoMatch>}
      {data && data.items.length > 0 && (
        <RowList label={t('sunset.dependants')}>
          {data.items.map(dependant => (
            <DependantRow
              key={dependant.entity.ref}
              plan={plan}
              dependant={dependant}
              onAnswer={onAnswer}
            />
          ))}
        </RowList>
      )}
      {data && (
        <Pager
          pageInfo={data.pageInfo}
          onCursor={next => url.patch({ ...keep(), [CURSOR]: next })}
        />
      )}
    </>
  );
}
