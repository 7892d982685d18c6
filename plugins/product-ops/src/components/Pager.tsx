import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import NextIcon from '@material-ui/icons/NavigateNext';
import PreviousIcon from '@material-ui/icons/NavigateBefore';
import type { PageInfo } from '@productops/backstage-plugin-product-ops-common';
import { useText } from '../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'flex',
      justifyContent: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
    },
  }),
  { name: 'ProductOpsPager' },
);

/** The way to the neighbouring pages; nothing where there are none. */
export function Pager(props: {
  pageInfo: PageInfo;
  onCursor: (cursor: string) => void;
}) {
  const { nextCursor, prevCursor } = props.pageInfo;
  const classes = useStyles();
  const t = useText();
  if (!nextCursor && !prevCursor) {
    return null;
  }
  return (
    <nav aria-label={t('common.pages')} className={classes.root}>
      <Button
        variant="outlined"
        startIcon={<PreviousIcon />}
        disabled={!prevCursor}
        onClick={() => prevCursor && props.onCursor(prevCursor)}
      >
        {t('common.previous')}
      </Button>
      <Button
        variant="outlined"
        endIcon={<NextIcon />}
        disabled={!nextCursor}
        onClick={() => nextCursor && props.onCursor(nextCursor)}
      >
        {t('common.next')}
      </Button>
    </nav>
  );
}
