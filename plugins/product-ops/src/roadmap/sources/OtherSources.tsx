import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { RoadmapSourceState } from '@productops/backstage-plugin-product-ops-common';
import { linksInText, mutedInk, OutLink, When } from '../../components';
import { Banner, ErrorList } from '../../documents';
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
  }),
  { name: 'ProductOpsOtherSources' },
);

function nameOf({ title, target }: RoadmapSourceState): string {
  return target === title ? title : `${title} (${target})`;
}

function OtherSource(props: { source: RoadmapSourceState }) {
  const { source } = props;
  const { state, url, goodAt, nextReadAt, errors, errorCount } = source;
  const classes = useStyles();
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
      <Banner state="pending">
        {t('roadmap.sources.pending', { system })}
      </Banner>
    );
  }
  return (
    <Banner
      state={state}
      title={
        <>
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
        </>
      }
    >
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
    </Banner>
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
