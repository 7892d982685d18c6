import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ParsedRunbook } from '@productops/backstage-plugin-product-ops-common';
import { mutedInk, Tag } from '../../components';
import { useText } from '../../useText';
import { SafeMarkdown } from '../SafeMarkdown';
import { RunbookTypeTag } from '../tags';
import { withoutTitle } from '../withoutTitle';

const useStyles = makeStyles(
  (theme: Theme) => ({
    title: { fontSize: '1.35rem', fontWeight: 700, overflowWrap: 'anywhere' },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      margin: theme.spacing(0.5, 0, 2),
      color: mutedInk(theme),
      fontSize: '0.88rem',
    },
  }),
  { name: 'ProductOpsRunbookPreview' },
);

/** The text as its readers will see it. */
export function Preview(props: { runbook: ParsedRunbook }) {
  const { title, type, alerts, steps, content, links } = props.runbook;
  const classes = useStyles();
  const t = useText();
  return (
    <>
      <Typography component="h3" className={classes.title}>
        {title}
      </Typography>
      <div className={classes.facts}>
        <RunbookTypeTag type={type} />
        <span>{t('runbooks.steps', { count: steps })}</span>
        {alerts.length > 0 && <span>{t('runbooks.alerts')}</span>}
        {alerts.map(alert => (
          <Tag key={alert}>{alert}</Tag>
        ))}
      </div>
      <SafeMarkdown
        content={withoutTitle(content, title)}
        // Where they lead is known once it is saved.
        links={links
          .filter(({ relative }) => relative)
          .map(({ target }) => ({ target, runbook: target }))}
        hrefOf={() => '#'}
      />
    </>
  );
}
