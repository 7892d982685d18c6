import { lazy, Suspense } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Choice, Loading, useUrlState } from '../components';
import { useText } from '../useText';
import { GraphView } from './graph/GraphView';

const GapsView = lazy(async () => ({
  default: (await import('./GapsView')).GapsView,
}));
const VerificationsView = lazy(async () => ({
  default: (await import('./VerificationsView')).VerificationsView,
}));
const TransfersView = lazy(async () => ({
  default: (await import('./TransfersView')).TransfersView,
}));

const OwnedView = lazy(async () => ({
  default: (await import('./OwnedView')).OwnedView,
}));

const VIEWS = ['graph', 'tree', 'gaps', 'verify', 'transfers'] as const;
/** `list` is there only when a link has asked for it: of whom, the link tells. */
type View = (typeof VIEWS)[number] | 'list';

const useStyles = makeStyles(
  (theme: Theme) => ({
    views: {
      marginBottom: theme.spacing(2),
      // Five words are more than a narrow phone may have room for.
      overflowX: 'auto',
      '& button': { whiteSpace: 'nowrap', flex: 'none' },
      [theme.breakpoints.down('xs')]: {
        '& button': {
          minWidth: 0,
          padding: theme.spacing(0.75, 1),
          fontSize: '0.8rem',
        },
      },
    },
  }),
  { name: 'ProductOpsOwnership' },
);

function ViewOf(props: { view: View }) {
  switch (props.view) {
    case 'gaps':
      return <GapsView />;
    case 'verify':
      return <VerificationsView />;
    case 'transfers':
      return <TransfersView />;
    case 'list':
      return <OwnedView />;
    default:
      return <GraphView as={props.view} />;
  }
}

/** Who answers for what, and what is to be done about it; the address tells which view it is. */
export function OwnershipContent() {
  const classes = useStyles();
  const t = useText();
  const url = useUrlState();
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'), {
    noSsr: true,
  });
  // Boxes side by side do not fit on a phone; whoever wants them there can have them.
  const byDefault: View = narrow ? 'tree' : 'graph';
  const offered: readonly View[] =
    url.get('view') === 'list' && url.get('holder')
      ? [...VIEWS, 'list']
      : VIEWS;
  const view = offered.find(one => one === url.get('view')) ?? byDefault;
  return (
    <div>
      <div className={classes.views}>
        <Choice
          label={t('ownershipPage.graph.views.label')}
          value={view}
          options={offered.map(value => ({
            value,
            label: t(`ownershipPage.graph.views.${value}`),
          }))}
          onChange={value =>
            url.patch({ view: value === byDefault ? undefined : value })
          }
        />
      </div>
      <Suspense fallback={<Loading what={t('ownershipPage.what')} />}>
        <ViewOf view={view} />
      </Suspense>
    </div>
  );
}
