import { makeStyles, type Theme } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/CheckCircleOutline';
import type { ProductRow } from '@productops/backstage-plugin-product-ops-common';
import { mutedInk, toneColors } from '../components';
import { useText } from '../useText';
import { SeverityIcon } from './SeverityIcon';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'flex',
      gap: theme.spacing(0.75),
      fontSize: '0.85rem',
      alignItems: 'flex-start',
      '& span': { overflowWrap: 'break-word', minWidth: 0 },
    },
    calm: {
      color: mutedInk(theme),
      alignItems: 'center',
      '& svg': { color: toneColors(theme, 'ok').ink },
    },
    more: { color: mutedInk(theme) },
  }),
  { name: 'ProductOpsRowAttention' },
);

/** The most urgent thing about a product, and how many more there are. */
export function RowAttention(props: { attention: ProductRow['attention'] }) {
  const { count, severity = 'info', title } = props.attention;
  const classes = useStyles();
  const t = useText();
  if (count === 0) {
    return (
      <div className={`${classes.root} ${classes.calm}`}>
        <CheckIcon fontSize="small" aria-hidden />
        <span>{t('products.calm')}</span>
      </div>
    );
  }
  return (
    <div className={classes.root}>
      <SeverityIcon severity={severity} />
      <span>
        {title ?? t('overview.attentionCount', { count })}
        {title && count > 1 && (
          <span className={classes.more}>
            {' '}
            {t('products.andMore', { number: String(count - 1) })}
          </span>
        )}
      </span>
    </div>
  );
}
