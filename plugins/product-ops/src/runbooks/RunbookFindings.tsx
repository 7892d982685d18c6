import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { Runbook } from '@productops/backstage-plugin-product-ops-common';
import { line, linksInText, mutedInk, OutLink, Panel } from '../components';
import { SeverityIcon } from '../overview/SeverityIcon';
import { useText } from '../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { listStyle: 'none', margin: 0, padding: 0, fontSize: '0.88rem' },
    finding: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(0.25, 1),
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${line(theme)}`,
      overflowWrap: 'anywhere',
      '&:first-child': { borderTop: 'none', paddingTop: 0 },
      ...linksInText,
    },
    expected: { color: mutedInk(theme), fontSize: '0.82rem' },
  }),
  { name: 'ProductOpsRunbookFindings' },
);

/** What is wrong with the text of a runbook, each with its line in the source. */
export function RunbookFindings(props: { runbook: Runbook }) {
  const { findings, sourceUrl } = props.runbook;
  const classes = useStyles();
  const t = useText();
  if (findings.length === 0) {
    return null;
  }
  return (
    <Panel title={t('runbooks.findings')} count={findings.length}>
      <ul className={classes.list}>
        {findings.map((finding, index) => {
          const place = t('runbooks.line', { number: String(finding.line) });
          return (
            <li key={index} className={classes.finding}>
              <SeverityIcon severity={finding.severity} />
              <div>
                <OutLink url={sourceUrl && `${sourceUrl}#L${finding.line}`}>
                  {place}
                </OutLink>
                {': '}
                {finding.message}
                <div className={classes.expected}>
                  {t('runbooks.better', { expected: finding.expected })}
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
