import { Fragment, useState } from 'react';
import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import { useText } from '../useText';
import { OverviewEntry } from './OverviewEntry';

export type CatalogCards = 'folded' | 'open' | 'hidden';

const useStyles = makeStyles(
  (theme: Theme) => ({
    more: { marginTop: theme.spacing(2) },
    button: { textTransform: 'none' },
    open: { '& .MuiButton-endIcon': { transform: 'rotate(180deg)' } },
    cards: {
      display: 'grid',
      gap: theme.spacing(2),
      marginTop: theme.spacing(1),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      },
    },
  }),
  { name: 'ProductOpsProductLayout' },
);

/**
 * The overview tab of a product: ours first, then what other plugins have for it. Those cards ask the catalog
 * questions of their own, so they are mounted only when somebody wants to see them.
 */
export function ProductLayoutEntry(
  props: EntityContentLayoutProps & { catalogCards: CatalogCards },
) {
  const { cards, catalogCards } = props;
  const classes = useStyles();
  const t = useText();
  const [open, setOpen] = useState(catalogCards === 'open');
  return (
    <>
      <OverviewEntry />
      {catalogCards !== 'hidden' && cards.length > 0 && (
        <div className={classes.more}>
          <Button
            color="primary"
            endIcon={<ExpandIcon />}
            className={`${classes.button} ${open ? classes.open : ''}`}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t('overview.moreFromCatalog')}
          </Button>
          {open && (
            <div className={classes.cards}>
              {cards.map((card, index) => (
                <Fragment key={card.element.key ?? index}>
                  {card.element}
                </Fragment>
              ))}
            </div>
          )}
        </div>
      )}
    </>
  );
}
