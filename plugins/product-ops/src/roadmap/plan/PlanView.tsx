import { makeStyles, type Theme } from '@material-ui/core/styles';
import { Missing, NoMatch, Pager } from '../../components';
import { useText } from '../../useText';
import { ConflictsPanel } from './ConflictsPanel';
import { ItemsDialog } from './ItemsDialog';
import { MixPanel } from './MixPanel';
import { type OpenItem, useOpenItems } from './openItems';
import { PlanAnswer } from './PlanAnswer';
import { PlanBoard } from './PlanBoard';
import { PlanFilters } from './PlanFilters';
import { PlanTable } from './PlanTable';
import { PlanTeaching } from './PlanTeaching';
import { PlanTimeline } from './PlanTimeline';
import { SuggestionsPanel } from './SuggestionsPanel';
import { usePlanPage } from './usePlan';
import { type PlanQuery, usePlanQuery } from './usePlanQuery';

const useStyles = makeStyles(
  (theme: Theme) => ({
    panels: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      gap: theme.spacing(2),
      alignItems: 'start',
      marginTop: theme.spacing(2),
      '& > :last-child': { gridColumn: '1 / -1' },
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
  }),
  { name: 'ProductOpsPlan' },
);

/** A page of items, as a board or as a table. */
function Paged(props: { plan: PlanQuery; onOpen: (item: OpenItem) => void }) {
  const { plan, onOpen } = props;
  const { layout, paged, sort, url, filtered, clear } = plan;
  const t = useText();
  const { data, error, refetch } = usePlanPage(paged);
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        onClear={filtered || paged.cursor ? clear : undefined}
        what={t('roadmap.plan.what')}
      />
    );
  }
  if (data.items.length === 0) {
    return filtered || paged.cursor ? (
      <NoMatch>{t('roadmap.noMatch')}</NoMatch>
    ) : (
      <PlanTeaching />
    );
  }
  return (
    <>
      {layout === 'board' ? (
        <PlanBoard page={data} onOpen={onOpen} />
      ) : (
        <PlanTable
          page={data}
          sort={sort}
          onSort={value =>
            url.patch({ sort: value === 'start' ? undefined : value })
          }
          onOpen={onOpen}
        />
      )}
      <Pager
        pageInfo={data.pageInfo}
        onCursor={cursor => url.patch({ cursor })}
      />
    </>
  );
}

/** Where all products are going: their items together, what contradicts, what is likely to, and what effort goes into. */
export function PlanView() {
  const classes = useStyles();
  const plan = usePlanQuery();
  const { open, setOpen } = useOpenItems();
  // One item is enough to know the filters' choices and how many there are of all.
  const { data: counted } = usePlanPage({ ...plan.filter, limit: 1 });
  const openOne = (item: OpenItem) => setOpen([item]);
  return (
    <div>
      <PlanAnswer plan={plan} total={counted?.totalItems} />
      <PlanFilters plan={plan} facets={counted?.facets} />
      {plan.layout === 'timeline' ? (
        <PlanTimeline
          plan={plan}
          total={counted?.totalItems}
          onOpen={({ entityRef, itemId, source }) =>
            openOne({ entityRef, id: itemId, source })
          }
        />
      ) : (
        <Paged plan={plan} onOpen={openOne} />
      )}
      <div className={classes.panels}>
        <ConflictsPanel plan={plan} onOpen={setOpen} />
        <SuggestionsPanel plan={plan} onOpen={setOpen} />
        <MixPanel plan={plan} />
      </div>
      {open.length > 0 && (
        <ItemsDialog items={open} onClose={() => setOpen([])} />
      )}
    </div>
  );
}
