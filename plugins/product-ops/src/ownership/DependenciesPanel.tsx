import Link from '@material-ui/core/Link';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  OwnershipDependencies,
  TeamDependencies,
} from '@productops/backstage-plugin-product-ops-common';
import { useOwnershipDependencies } from '../api/ownershipHooks';
import {
  EntityName,
  line,
  Lines,
  linksInText,
  Missing,
  Muted,
  Panel,
  Subheading,
  useUrlState,
} from '../components';
import { useText } from '../useText';
import { MoreLine } from './teamFacts';

type Way = 'dependsOn' | 'neededBy';

const useStyles = makeStyles(
  (theme: Theme) => ({
    count: { display: 'flex', gap: theme.spacing(1), alignItems: 'baseline' },
    which: { font: 'inherit' },
    between: {
      flex: '1 0 100%',
      listStyle: 'none',
      margin: theme.spacing(0.5, 0),
      padding: theme.spacing(0, 0, 0, 1.5),
      borderLeft: `2px solid ${line(theme)}`,
      fontSize: '0.85rem',
      ...linksInText,
    },
  }),
  { name: 'ProductOpsDependencies' },
);

/** What needs what, of one team and another. */
function Between(props: {
  of: string;
  other: string;
  way: Way;
  label: string;
}) {
  const { of, other, way } = props;
  const classes = useStyles();
  const t = useText();
  const { data, error, refetch } = useOwnershipDependencies(of, other);
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        what={t('ownershipPage.tab.dependenciesWhat')}
        rows={[40]}
      />
    );
  }
  const { count, examples } = data[way].items[0] ?? { count: 0, examples: [] };
  return (
    <ul className={classes.between} aria-label={props.label}>
      {examples.map(({ from, to }) => (
        <li key={`${from.ref} ${to.ref}`}>
          <EntityName entity={from} /> {t('ownershipPage.tab.needs')}{' '}
          <EntityName entity={to} />
        </li>
      ))}
      <MoreLine left={count - examples.length} />
    </ul>
  );
}

function Side(props: {
  of: string;
  way: Way;
  title: string;
  none: string;
  teams: TeamDependencies;
  most?: number;
}) {
  const { of, way, title, none, teams, most } = props;
  const shown = teams.items.slice(0, most);
  const classes = useStyles();
  const t = useText();
  const url = useUrlState();
  const open = url.get('between');
  return (
    <>
      <Subheading>{title}</Subheading>
      {teams.total === 0 ? (
        <Muted>{none}</Muted>
      ) : (
        <Lines label={title}>
          {shown.map(({ team, count }) => {
            const other = team?.ref ?? 'none';
            const isOpen = open === `${way} ${other}`;
            const label = t('ownershipPage.tab.whichOf', {
              team: team?.title ?? t('ownershipPage.tab.unownedThings'),
            });
            return (
              <li key={other}>
                {team ? (
                  <EntityName entity={team} />
                ) : (
                  t('ownershipPage.tab.unownedThings')
                )}
                <span className={classes.count}>
                  {t('ownershipPage.tab.dependencies', { count })}
                  <Link
                    component="button"
                    type="button"
                    className={classes.which}
                    aria-label={label}
                    aria-expanded={isOpen}
                    onClick={() =>
                      url.patch(
                        { between: isOpen ? undefined : `${way} ${other}` },
                        { replace: true },
                      )
                    }
                  >
                    {t('ownershipPage.tab.which')}
                  </Link>
                </span>
                {isOpen && (
                  <Between of={of} other={other} way={way} label={label} />
                )}
              </li>
            );
          })}
          <MoreLine left={teams.total - shown.length} />
        </Lines>
      )}
    </>
  );
}

/** Both directions, each other team with what is between, once it is opened; the address tells which is. */
export function DependencySides(props: {
  /** The ref of whose they are. */
  of: string;
  dependencies: OwnershipDependencies;
  most?: number;
}) {
  const { of, dependencies, most } = props;
  const t = useText();
  return (
    <>
      <Side
        of={of}
        way="dependsOn"
        title={t('ownershipPage.tab.teamDependsOn')}
        none={t('ownershipPage.tab.dependsOnNothing')}
        teams={dependencies.dependsOn}
        most={most}
      />
      <Side
        of={of}
        way="neededBy"
        title={t('ownershipPage.tab.teamNeededBy')}
        none={t('ownershipPage.tab.neededByNobody')}
        teams={dependencies.neededBy}
        most={most}
      />
    </>
  );
}

/** What teams it depends on, and what teams need it. */
export function DependenciesPanel(props: { team: string }) {
  const t = useText();
  const { data, error, refetch } = useOwnershipDependencies(props.team);
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        what={t('ownershipPage.tab.dependenciesWhat')}
        rows={[120]}
      />
    );
  }
  return (
    <Panel title={t('ownershipPage.tab.betweenTeams')}>
      <DependencySides of={props.team} dependencies={data} />
    </Panel>
  );
}
