import { makeStyles, type Theme } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import WaitIcon from '@material-ui/icons/HourglassEmpty';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { RoadmapSourceState } from '@productops/backstage-plugin-product-ops-common';
import {
  linksInText,
  mutedInk,
  OutLink,
  toneColors,
  type Tone,
  When,
} from '../../components';
import { ErrorList } from '../../documents';
import { useText } from '../../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    line: {
      color: mutedInk(theme),
      fontSize: '0.85rem',
      margin: theme.spacing(0, 0, 1.5),
      overflowWrap: 'anywhere',
      ...linksInText,
    },
    banner: (props: { tone: Tone }) => {
      const colors = toneColors(theme, props.tone);
      return {
        display: 'flex',
        gap: theme.spacing(1.5),
        padding: theme.spacing(1.5, 2),
        marginBottom: theme.spacing(2),
        borderRadius: 8,
        border: `1px solid ${colors.border}`,
        background: colors.background,
        '& > svg': { color: colors.ink },
        '& > div': { minWidth: 0, overflowWrap: 'anywhere' },
      };
    },
    title: { fontWeight: 700, fontSize: '0.92rem' },
  }),
  { name: 'ProductOpsOtherSources' },
);

function nameOf({ title, target }: RoadmapSourceState): string {
  return target === title ? title : `${title} (${target})`;
}

function toneOf({ state }: RoadmapSourceState): Tone {
  if (state === 'pending') {
    return 'neutral';
  }
  return state === 'failed' ? 'bad' : 'warn';
}

function OtherSource(props: { source: RoadmapSourceState }) {
  const { source } = props;
  const { state, url, goodAt, nextReadAt, errors, errorCount } = source;
  const classes = useStyles({ tone: toneOf(source) });
  const t = useText();
  const system = nameOf(source);
  if (state === 'ok' && errorCount === 0) {
    return (
      <div className={classes.line}>
        {t('roadmap.sources.from', {
          system: <OutLink url={url}>{system}</OutLink>,
        })}
        {goodAt && (
          <>
            {', '}
            {t('roadmap.sources.read')} <When value={goodAt} />
          </>
        )}
      </div>
    );
  }
  if (state === 'pending') {
    return (
      <div role="status" className={classes.banner}>
        <WaitIcon aria-hidden />
        <div>{t('roadmap.sources.pending', { system })}</div>
      </div>
    );
  }
  return (
    <div role="alert" className={classes.banner}>
      {state === 'failed' ? (
        <ErrorIcon aria-hidden />
      ) : (
        <WarningIcon aria-hidden />
      )}
      <div>
        <div className={classes.title}>
          {state === 'failed' && t('roadmap.sources.failed', { system })}
          {state === 'ok' &&
            t('roadmap.sources.part', { system, count: errorCount })}
          {state === 'stale' && t('roadmap.sources.stale', { system })}
          {state === 'stale' && goodAt && (
            <>
              {', '}
              <When value={goodAt} />
            </>
          )}
          .
        </div>
        <ErrorList errors={errors} total={errorCount} />
        {state !== 'ok' && nextReadAt && (
          <div>
            {t('roadmap.sources.again')} <When value={nextReadAt} />.
          </div>
        )}
        {url && (
          <OutLink url={url}>
            {t('roadmap.sources.open', { system: source.title })}
          </OutLink>
        )}
      </div>
    </div>
  );
}

/** The other systems whose items are on a roadmap, and how reading them goes; nothing where there are none. */
export function OtherSources(props: { sources?: RoadmapSourceState[] }) {
  const t = useText();
  const { sources = [] } = props;
  return sources.length > 0 ? (
    <section aria-label={t('roadmap.sources.label')}>
      {sources.map(source => (
        <OtherSource key={source.source} source={source} />
      ))}
    </section>
  ) : null;
}
