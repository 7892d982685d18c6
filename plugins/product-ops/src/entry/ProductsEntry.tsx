import { makeStyles, type Theme } from '@material-ui/core/styles';
import { ProductOpsQueryProvider } from '../api/ProductOpsQueryProvider';
import { ProductsContent, type ProductsSettings } from '../overview';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      padding: theme.spacing(3),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
    },
  }),
  { name: 'ProductOpsProductsEntry' },
);

export function ProductsEntry(props: ProductsSettings) {
  const classes = useStyles();
  return (
    <ProductOpsQueryProvider>
      <div className={classes.root}>
        <ProductsContent {...props} />
      </div>
    </ProductOpsQueryProvider>
  );
}
