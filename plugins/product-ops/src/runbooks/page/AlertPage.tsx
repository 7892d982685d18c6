import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { RunbookResolution } from '@productops/backstage-plugin-product-ops-common';
import { useParams, useSearchParams } from 'react-router-dom';
import { useAlertResolution } from '../../api/runbooksHooks';
import {
  EntityName,
  linksInText,
  Missing,
  mutedInk,
  Panel,
  Teach,
  useEntityPath,
  useUrlState,
} from '../../components';
import { runbooksRouteRef } from '../../routes';
import { useText } from '../../useText';
import { AlertProvider } from '../alerts/ShownAlert';
import { RunbookReader } from '../RunbookReader';
import { HitList } from './HitList';

/** What of the address is about the page; all else is labels of the alert. */
const OURS = ['of', 'runbook', 'view', 'cursor'];
const MOST_LABELS = 100;

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
    title: { fontSize: '1.35rem', fontWeight: 700, overflowWrap: 'anywhere' },
    muted: {
      color: mutedInk(theme),
      fontSize: '0.88rem',
      overflowWrap: 'anywhere',
      ...linksInText,
    },
    reasons: { margin: 0, paddingLeft: theme.spacing(2.5) },
    because: { color: mutedInk(theme), fontSize: '0.82rem' },
  }),
  { name: 'ProductOpsAlertPage' },
);

function useLabels(): Record<string, string> {
  const [params] = useSearchParams();
  return Object.fromEntries(
    [...params]
      .filter(
        ([name, value]) =>
          !OURS.includes(name) && name.length <= 200 && value.length <= 900,
      )
      .slice(0, MOST_LABELS),
  );
}

/** Which entities the labels name. */
function Named(props: { resolution: RunbookResolution }) {
  const { entities } = props.resolution;
  const classes = useStyles();
  const t = useText();
  return entities.length > 0 ? (
    <div className={classes.muted}>
      {t('runbooks.alert.named')}{' '}
      {entities.map(({ entity, label }, index) => (
        <span key={label}>
          {index > 0 && ', '}
          <EntityName entity={entity} /> ({label})
        </span>
      ))}
    </div>
  ) : null;
}

/** The way on where nothing answers the alert: that plainly, how to write one, and what is nearest. */
function NoAnswer(props: { resolution: RunbookResolution }) {
  const { alert, nearest, entities } = props.resolution;
  const t = useText();
  const path = useEntityPath();
  const known = entities.find(({ entity }) => entity.known)?.entity;
  const editor = new URLSearchParams({ new: 'incident', alert });
  return (
    <>
      <Teach
        title={t('runbooks.alert.none')}
        text={t(
          nearest.length > 0
            ? 'runbooks.alert.noneOf'
            : 'runbooks.alert.noneNear',
        )}
        lines={[
          {
            label: t('runbooks.alert.write'),
            text: `---\ntype: incident\nalerts: [${JSON.stringify(
              alert,
            )}]\n---`,
          },
        ]}
        action={
          known && (
            <p>
              <Link to={`${path(known, 'runbooks')}?${editor}`}>
                {t('runbooks.alert.writeHere')} {known.title}
              </Link>
            </p>
          )
        }
      />
      {nearest.length > 0 && (
        <Panel title={t('runbooks.alert.nearest')}>
          <HitList hits={nearest} />
        </Panel>
      )}
    </>
  );
}

/** The runbook that answers an alert, why it is that one, and the others; never nothing. */
export function AlertPage() {
  const { alert = '' } = useParams();
  const classes = useStyles();
  const t = useText();
  const url = useUrlState();
  const page = useRouteRef(runbooksRouteRef);
  const labels = useLabels();
  const { data, error, refetch } = useAlertResolution(alert, labels);
  const library = `${page()}?${new URLSearchParams({
    q: alert.slice(0, 200),
  })}`;
  const search = <Link to={library}>{t('runbooks.alert.search')}</Link>;
  if (!data) {
    return (
      <div className={classes.root}>
        <Missing
          error={error}
          onRetry={refetch}
          what={t('runbooks.alert.what')}
        />
        {error && search}
      </div>
    );
  }
  const { chosen, others } = data;
  const open = {
    of: url.get('of') ?? chosen?.entity.ref,
    id: url.get('runbook') ?? chosen?.id,
  };
  const isChosen = open.of === chosen?.entity.ref && open.id === chosen?.id;
  const rest = [...(chosen && !isChosen ? [chosen] : []), ...others].filter(
    hit => !(hit.entity.ref === open.of && hit.id === open.id),
  );
  return (
    <div className={classes.root}>
      <div>
        <Typography component="h2" className={classes.title}>
          {t('runbooks.alert.heading', { alert: data.alert })}
        </Typography>
        <Named resolution={data} />
        <div className={classes.muted}>{search}</div>
      </div>
      {chosen && isChosen && (
        <Panel title={t('runbooks.alert.why')}>
          <ul className={classes.reasons}>
            {chosen.because.map(reason => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Panel>
      )}
      {!open.id && data.undecided && (
        <div role="note">
          {data.undecided} {t('runbooks.alert.choose')}
        </div>
      )}
      {open.of && open.id && (
        <AlertProvider alert={{ name: data.alert, labels }}>
          <RunbookReader
            key={`${open.of} ${open.id}`}
            entityRef={open.of}
            id={open.id}
            library={library}
          />
        </AlertProvider>
      )}
      {rest.length > 0 && (
        <Panel title={t('runbooks.alert.others')} count={rest.length}>
          <HitList
            hits={rest}
            note={({ because }) => (
              <div className={classes.because}>{because[0]}</div>
            )}
          />
        </Panel>
      )}
      {!chosen && others.length === 0 && <NoAnswer resolution={data} />}
    </div>
  );
}
