import { makeStyles, type Theme } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import WaitIcon from '@material-ui/icons/HourglassEmpty';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { Source } from '@productops/backstage-plugin-product-ops-common';
import { OutLink, toneColors, type Tone, When } from '../components';
import { useText } from '../useText';
import { ErrorList } from './ErrorList';
import { errorsIn } from './SourceTag';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: (props: { tone: Tone }) => {
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
  { name: 'ProductOpsSourceBanner' },
);

function toneOf(source: Source): Tone {
  if (source.state === 'pending') {
    return 'neutral';
  }
  return source.state === 'failed' ? 'bad' : 'warn';
}

/** What is wrong with a declared file, above what is shown of it; nothing when all is well. */
export function SourceBanner(props: { source: Source }) {
  const { source } = props;
  const classes = useStyles({ tone: toneOf(source) });
  const t = useText();
  const count = errorsIn(source);
  if (source.state === 'ok' && count === 0) {
    return null;
  }
  const file = source.target;
  if (source.state === 'pending') {
    return (
      <div role="status" className={classes.root}>
        <WaitIcon aria-hidden />
        <div>{t('documents.pendingBanner', { file })}</div>
      </div>
    );
  }
  return (
    <div role="alert" className={classes.root}>
      {source.state === 'failed' ? (
        <ErrorIcon aria-hidden />
      ) : (
        <WarningIcon aria-hidden />
      )}
      <div>
        <div className={classes.title}>
          {source.state === 'failed' && t('documents.failedBanner', { file })}
          {source.state === 'ok' && t('documents.partBanner', { file, count })}
          {source.state === 'stale' && t('documents.staleBanner', { file })}
          {source.state === 'stale' && source.goodAt && (
            <>
              {', '}
              {t('documents.read')} <When value={source.goodAt} />
            </>
          )}
          .
        </div>
        <ErrorList errors={source.errors} total={count} />
        {source.editUrl && (
          <OutLink url={source.editUrl}>{t('common.edit')}</OutLink>
        )}
      </div>
    </div>
  );
}
