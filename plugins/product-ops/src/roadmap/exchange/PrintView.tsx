import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useApi } from '@backstage/core-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import Button from '@material-ui/core/Button';
import {
  createTheme,
  makeStyles,
  ThemeProvider,
} from '@material-ui/core/styles';
import { useQuery } from '@tanstack/react-query';
import {
  type ExportRoadmapsCsvQuery,
  type PlanFacets,
  readCsv,
} from '@productops/backstage-plugin-product-ops-common';
import { productOpsApiRef } from '../../api';
import { Missing, readableDate } from '../../components';
import { useText } from '../../useText';
import { OPEN } from '../useRoadmapQuery';
import { pageOf } from './printLayout';
import { PrintedSheet } from './PrintedSheet';

const NO_PLAN: { facets: Pick<PlanFacets, 'product'> } = {
  facets: { product: [] },
};
// Paper is white, whatever the theme of the portal is.
const paper = createTheme({ palette: { type: 'light' } });

// Nothing of the portal is printed but this sheet, which stands beside it.
const PAGE = `
@page { size: A4 landscape; margin: 10mm; }
@media print {
  body > *:not([data-product-ops-print]) { display: none !important; }
  html, body { height: auto !important; overflow: visible !important; background: #fff !important; }
}`;

const useStyles = makeStyles(
  {
    root: {
      position: 'fixed',
      inset: 0,
      zIndex: 1400,
      overflow: 'auto',
      background: '#fff',
      color: '#111',
      padding: 24,
      '@media print': { position: 'static', padding: 0, overflow: 'visible' },
    },
    tools: {
      display: 'flex',
      gap: 8,
      marginBottom: 16,
      '& .MuiButton-root': { textTransform: 'none' },
      '@media print': { display: 'none' },
    },
  },
  { name: 'ProductOpsPrintView' },
);

function titleOf(entityRef: string | undefined): string | undefined {
  return entityRef && parseEntityRef(entityRef).name;
}

function Sheet(props: {
  entityRef?: string;
  query?: ExportRoadmapsCsvQuery;
  title?: string;
  onClose: () => void;
}) {
  const { entityRef, query, onClose } = props;
  const classes = useStyles();
  const t = useText();
  const { exchange, plan } = useApi(productOpsApiRef);
  const { status = OPEN, horizon, category, source, q } = query ?? {};
  const filters = { status, horizon, category, source, q };
  const { data, error, refetch } = useQuery({
    queryKey: ['roadmap', entityRef ?? 'all', 'print', query],
    queryFn: async ({ signal }) => {
      // A file of items names what they are of by its ref, the plan knows what it is called.
      const [text, { facets }] = entityRef
        ? [await exchange.exportCsv(entityRef, filters, { signal }), NO_PLAN]
        : await Promise.all([
            exchange.exportAllCsv({ ...query, status }, { signal }),
            plan.listItems({ ...query, status, limit: 1 }, { signal }),
          ]);
      const read = readCsv(text);
      if (!read.ok) {
        throw new Error(read.problems[0]?.message);
      }
      return {
        page: pageOf(read.rows),
        titles: new Map(
          facets.product.map(({ value, label }) => [value, label]),
        ),
      };
    },
  });
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        onClose();
      }
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [onClose]);
  return (
    <div
      className={classes.root}
      data-product-ops-print
      role="dialog"
      aria-label={t('roadmap.exchange.printView.label')}
    >
      <style>{PAGE}</style>
      <div className={classes.tools}>
        <Button
          variant="contained"
          color="primary"
          disabled={!data}
          onClick={() => window.print()}
        >
          {t('roadmap.exchange.printView.print')}
        </Button>
        <Button onClick={onClose}>
          {t('roadmap.exchange.printView.close')}
        </Button>
      </div>
      {data ? (
        <PrintedSheet
          page={data.page}
          titles={data.titles}
          title={
            props.title ??
            titleOf(entityRef) ??
            t('roadmap.exchange.printView.all')
          }
          made={t('roadmap.exchange.printView.made', {
            date: readableDate(new Date().toISOString().slice(0, 10)),
            count: data.page.total,
          })}
        />
      ) : (
        <Missing
          error={error}
          onRetry={refetch}
          what={t('roadmap.exchange.what')}
        />
      )}
    </div>
  );
}

/** A roadmap, or those of many, on one page of A4: what is open, by horizon. */
export function PrintView(props: {
  entityRef?: string;
  query?: ExportRoadmapsCsvQuery;
  /** What stands above it; the name of the entity when absent. */
  title?: string;
  onClose: () => void;
}) {
  return createPortal(
    <ThemeProvider theme={paper}>
      <Sheet {...props} />
    </ThemeProvider>,
    document.body,
  );
}
