import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { useNavigate } from 'react-router-dom';
import { Choice } from '../../components';
import { runbooksRouteRef } from '../../routes';
import { useText } from '../../useText';

/** What the page is about; each has an address of its own below that of the page. */
const VIEWS = ['library', 'runs', 'alerts', 'recovery'] as const;
export type PageView = (typeof VIEWS)[number];

const useStyles = makeStyles(
  (theme: Theme) => ({ root: { marginBottom: theme.spacing(2) } }),
  { name: 'ProductOpsRunbooksPageViews' },
);

/** The way from one view of the page to another. */
export function PageViews(props: { view: PageView }) {
  const classes = useStyles();
  const t = useText();
  const page = useRouteRef(runbooksRouteRef);
  const navigate = useNavigate();
  return (
    <div className={classes.root}>
      <Choice
        label={t('runbooks.page.views.label')}
        value={props.view}
        options={VIEWS.map(value => ({
          value,
          label: t(`runbooks.page.views.${value}`),
        }))}
        onChange={value =>
          navigate(value === 'library' ? page() : `${page()}/${value}`)
        }
      />
    </div>
  );
}
