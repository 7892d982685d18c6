import { parseEntityRef } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../useText';
import { periodOf } from '../words';
import type { PrintedItem, PrintedPage } from './printLayout';

/** How tall a line of items may be: with many of them the print is small. */
const MAX_POINTS = 10;
const MIN_POINTS = 5.5;
/** What the height of a page holds, in points, without its title. */
const PAGE_POINTS = 430;

const useStyles = makeStyles(
  {
    sheet: {
      maxWidth: '277mm',
      fontSize: (props: { points: number }) => `${props.points}pt`,
      lineHeight: 1.25,
      // Whatever items say, it is one page.
      '@media print': { maxHeight: '188mm', overflow: 'hidden' },
    },
    title: { fontSize: '16pt', margin: 0, lineHeight: 1.2 },
    made: { fontSize: '8pt', color: '#555', margin: '0 0 3mm' },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      tableLayout: 'fixed',
      '& th, & td': {
        border: '0.5pt solid #999',
        padding: '1mm 1.5mm',
        verticalAlign: 'top',
        textAlign: 'left',
        overflowWrap: 'anywhere',
      },
      '& th': { background: '#eee' },
    },
    of: { width: '14%' },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: { marginBottom: '0.35em' },
    itemTitle: {
      fontWeight: 700,
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
    },
    facts: {
      color: '#444',
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
    },
    more: { color: '#444', fontStyle: 'italic' },
  },
  { name: 'ProductOpsPrintedSheet' },
);

function Item(props: { item: PrintedItem; classes: Record<string, string> }) {
  const { item, classes } = props;
  const t = useText();
  const period = periodOf(item.period, t);
  return (
    <li className={classes.item}>
      <div className={classes.itemTitle}>{item.title}</div>
      <div className={classes.facts}>
        {[item.status, period, item.category].filter(Boolean).join(' · ')}
      </div>
    </li>
  );
}

/** The printed page. */
export function PrintedSheet(props: {
  page: PrintedPage;
  /** What roadmaps are of, by ref; the name where it is not there. */
  titles: ReadonlyMap<string, string>;
  title: string;
  made: string;
}) {
  const { page, titles, title, made } = props;
  const many = page.roadmaps.length > 1;
  // Two lines an item, and what is around each roadmap.
  const lines = 2.9 * page.height + 1.5 * page.roadmaps.length + 2;
  const points = Math.min(
    MAX_POINTS,
    Math.max(MIN_POINTS, PAGE_POINTS / (lines * 1.25)),
  );
  const classes = useStyles({ points });
  const t = useText();
  return (
    <article className={classes.sheet}>
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.made}>{made}</p>
      {page.total === 0 ? (
        <p>{t('roadmap.exchange.printView.none')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              {many && (
                <th scope="col" className={classes.of}>
                  {t('roadmap.exchange.printView.of')}
                </th>
              )}
              {page.lanes.map(lane => (
                <th key={lane} scope="col">
                  {t(`roadmap.horizons.${lane}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.roadmaps.map(({ entityRef, lanes }) => (
              <tr key={entityRef}>
                {many && (
                  <th scope="row">
                    {titles.get(entityRef) ?? parseEntityRef(entityRef).name}
                  </th>
                )}
                {page.lanes.map(lane => (
                  <td key={lane}>
                    <ul className={classes.list}>
                      {lanes[lane].items.map(item => (
                        <Item key={item.id} item={item} classes={classes} />
                      ))}
                      {lanes[lane].more > 0 && (
                        <li className={classes.more}>
                          {t('roadmap.exchange.printView.more', {
                            count: lanes[lane].more,
                          })}
                        </li>
                      )}
                    </ul>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {page.more > 0 && (
        <p className={classes.more}>
          {t('roadmap.exchange.printView.moreProducts', { count: page.more })}
        </p>
      )}
    </article>
  );
}
