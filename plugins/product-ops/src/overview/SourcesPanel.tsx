import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { EntityOverview } from '@productops/backstage-plugin-product-ops-common';
import {
  line,
  linksInText,
  mutedInk,
  OutLink,
  Panel,
  Teach,
} from '../components';
import {
  ErrorList,
  errorsIn,
  ROADMAP_ANNOTATION_LINES,
  RUNBOOKS_ANNOTATION_LINES,
  SourceLine,
} from '../documents';
import { useText } from '../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    source: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${line(theme)}`,
      display: 'grid',
      gridTemplateColumns: '110px minmax(0, 1fr)',
      gap: theme.spacing(0.25, 1),
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
      '&:first-child': { borderTop: 'none', paddingTop: 0 },
    },
    kind: { fontSize: '0.9rem', fontWeight: 700, margin: 0 },
    catalog: { fontSize: '0.85rem', color: mutedInk(theme), ...linksInText },
  }),
  { name: 'ProductOpsSources' },
);

/** The files that all of this is declared in, and how reading them went. */
export function SourcesPanel(props: { overview: EntityOverview }) {
  const { sources, entity } = props.overview;
  const classes = useStyles();
  const t = useText();
  return (
    <Panel title={t('overview.sources')}>
      <div>
        {(entity.sourceUrl || entity.editUrl) && (
          <div className={classes.source}>
            <Typography component="h3" className={classes.kind}>
              {t('overview.catalogFile')}
            </Typography>
            <div className={classes.catalog}>
              <OutLink url={entity.sourceUrl}>
                {entity.sourceUrl?.split('/').pop() || 'catalog-info.yaml'}
              </OutLink>
              {entity.editUrl && (
                <>
                  {' · '}
                  <OutLink url={entity.editUrl}>{t('common.edit')}</OutLink>
                </>
              )}
            </div>
          </div>
        )}
        {sources.map(source => (
          <div key={source.kind} className={classes.source}>
            <Typography component="h3" className={classes.kind}>
              {t(`documents.${source.kind}`)}
            </Typography>
            <div>
              <SourceLine source={source} />
              {errorsIn(source) > 0 && (
                <ErrorList errors={source.errors} total={errorsIn(source)} />
              )}
            </div>
          </div>
        ))}
      </div>
      {sources.length === 0 && (
        <Teach
          text={t('overview.noSources')}
          lines={[
            {
              label: t('common.addTo', { file: 'catalog-info.yaml' }),
              text: `${ROADMAP_ANNOTATION_LINES}\n${RUNBOOKS_ANNOTATION_LINES.split(
                '\n',
              )
                .slice(-1)
                .join('')}`,
            },
          ]}
        />
      )}
    </Panel>
  );
}
