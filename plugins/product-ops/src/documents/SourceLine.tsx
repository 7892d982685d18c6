import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { Source } from '@productops/backstage-plugin-product-ops-common';
import { linksInText, mutedInk, OutLink, When } from '../components';
import { useText } from '../useText';
import { SourceTag } from './SourceTag';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1),
      alignItems: 'center',
      fontSize: '0.85rem',
      color: mutedInk(theme),
      minWidth: 0,
      overflowWrap: 'anywhere',
      ...linksInText,
    },
  }),
  { name: 'ProductOpsSourceLine' },
);

/** Which file it is declared in, how reading it went, and where to edit it. */
export function SourceLine(props: { source: Source }) {
  const { source } = props;
  const classes = useStyles();
  const t = useText();
  const readAt = source.goodAt ?? source.readAt;
  return (
    <div className={classes.root}>
      <span>
        {t('documents.declaredIn')}{' '}
        <OutLink url={source.url}>{source.target}</OutLink>
      </span>
      <SourceTag source={source} />
      {readAt && (
        <span>
          {t('documents.read')} <When value={readAt} />
        </span>
      )}
      {source.editUrl && (
        <OutLink url={source.editUrl}>{t('common.edit')}</OutLink>
      )}
    </div>
  );
}
