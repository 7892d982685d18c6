import { lazy, Suspense } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { Choice, Loading, useUrlState } from '../components';
import { useText } from '../useText';

const PlanView = lazy(async () => ({
  default: (await import('./plan/PlanView')).PlanView,
}));
const GoalsView = lazy(async () => ({
  default: (await import('./goals/GoalsView')).GoalsView,
}));
const FeedbackView = lazy(async () => ({
  default: (await import('./feedback/FeedbackView')).FeedbackView,
}));

const PageSharing = lazy(async () => ({
  default: (await import('./exchange/PageSharing')).PageSharing,
}));

/** What the page is about; how a plan is laid out is said by `as`. */
const VIEWS = ['plan', 'goals', 'feedback'] as const;
type View = (typeof VIEWS)[number];

const useStyles = makeStyles(
  (theme: Theme) => ({
    views: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(2),
    },
  }),
  { name: 'ProductOpsRoadmapPage' },
);

function ViewOf(props: { view: View }) {
  switch (props.view) {
    case 'goals':
      return <GoalsView />;
    case 'feedback':
      return <FeedbackView />;
    default:
      return <PlanView />;
  }
}

/** Where all products are going, what for, and what people ask of them; the address tells which view it is. */
export function RoadmapPageContent() {
  const classes = useStyles();
  const t = useText();
  const url = useUrlState();
  const view = VIEWS.find(one => one === url.get('view')) ?? 'plan';
  return (
    <div>
      <div className={classes.views}>
        <Choice
          label={t('roadmap.page.views.label')}
          value={view}
          options={VIEWS.map(value => ({
            value,
            label: t(`roadmap.page.views.${value}`),
          }))}
          onChange={value =>
            url.patch({ view: value === 'plan' ? undefined : value })
          }
        />
        <Suspense fallback={null}>
          <PageSharing plan={view === 'plan'} />
        </Suspense>
      </div>
      <Suspense fallback={<Loading what={t('roadmap.what')} />}>
        <ViewOf view={view} />
      </Suspense>
    </div>
  );
}
