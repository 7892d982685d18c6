import { makeStyles, type Theme } from '@material-ui/core/styles';
import { ProductsContent, type ProductsSettings } from '../overview';
import { Surface } from './Surface';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      padding: theme.spacing(0, 2.5, 3),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(0, 2, 2) },
    },
  }),
  { name: 'ProductOpsProductsEntry' },
);

export function ProductsEntry(
  props: ProductsSettings & { component?: 'div' | 'main' },
) {
  const { component, ...settings } = props;
  const classes = useStyles();
  return (
    <Surface className={classes.root} component={component}>
      <ProductsContent {...settings} />
    </Surface>
  );
}
