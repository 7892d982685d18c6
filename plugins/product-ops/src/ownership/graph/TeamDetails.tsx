import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  EntityLink,
  OwnershipDependencies,
} from '@productops/backstage-plugin-product-ops-common';
import { type ReactNode } from 'react';
import {
  useOwnershipDependencies,
  useTeamOwnership,
} from '../../api/ownershipHooks';
import { EntityName, Missing, mutedInk } from '../../components';
import { useText } from '../../useText';
import { distributionText } from './lens';

/** More names than this are a list of their own, on the page of the team. */
const NAMES = 8;

const useStyles = makeStyles(
  (theme: Theme) => ({
    part: { marginTop: theme.spacing(2) },
    title: { fontSize: '0.9rem', fontWeight: 700 },
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      display: 'grid',
      gap: 2,
    },
    quiet: { color: mutedInk(theme) },
  }),
  { name: 'ProductOpsOwnershipTeamDetails' },
);

function Part(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <section className={classes.part}>
      <Typography component="h3" className={classes.title}>
        {props.title}
      </Typography>
      {props.children}
    </section>
  );
}

function Names(props: {
  items: { entity?: EntityLink; count?: number }[];
  total: number;
}) {
  const classes = useStyles();
  const t = useText();
  const shown = props.items.slice(0, NAMES);
  const left = props.total - shown.length;
  return (
    <ul className={classes.list}>
      {shown.map(({ entity, count }) => (
        <li key={entity?.ref ?? 'nobody'}>
          {entity ? (
            <EntityName entity={entity} />
          ) : (
            t('ownershipPage.graph.details.nobody')
          )}{' '}
          {count !== undefined && (
            <span className={classes.quiet}>{count.toLocaleString()}</span>
          )}
        </li>
      ))}
      {left > 0 && (
        <li className={classes.quiet}>
          {t('ownershipPage.graph.details.andMore', {
            number: left.toLocaleString(),
          })}
        </li>
      )}
    </ul>
  );
}

function Teams(props: { teams: OwnershipDependencies['dependsOn'] }) {
  const { items, total } = props.teams;
  const classes = useStyles();
  const t = useText();
  return total === 0 ? (
    <div className={classes.quiet}>
      {t('ownershipPage.graph.details.noTeams')}
    </div>
  ) : (
    <Names
      items={items.map(({ team, count }) => ({ entity: team, count }))}
      total={total}
    />
  );
}

/** Which teams a team or person depends on, and which need it, with the number of relations. */
export function Dependencies(props: { of: string }) {
  const t = useText();
  const { data, error, refetch } = useOwnershipDependencies(props.of);
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        what={t('ownershipPage.graph.details.dependsOn')}
        rows={[60]}
      />
    );
  }
  return (
    <>
      <Part title={t('ownershipPage.graph.details.dependsOn')}>
        <Teams teams={data.dependsOn} />
      </Part>
      <Part title={t('ownershipPage.graph.details.neededBy')}>
        <Teams teams={data.neededBy} />
      </Part>
    </>
  );
}

/** Who a team is, what is missing, and what would be without an owner if it went. */
export function TeamDetails(props: { team: string }) {
  const classes = useStyles();
  const t = useText();
  const { data, error, refetch } = useTeamOwnership(props.team);
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        what={t('ownershipPage.graph.details.team')}
        rows={[60, 60]}
      />
    );
  }
  const { members, children, gaps, byKind, ifGone } = data;
  return (
    <>
      {byKind.length > 0 && (
        <Part title={t('ownershipPage.graph.details.kinds')}>
          {distributionText(byKind)}
        </Part>
      )}
      {gaps.length > 0 && (
        <Part title={t('ownershipPage.graph.details.gapsByRule')}>
          <ul className={classes.list}>
            {gaps.map(({ value, title, count }) => (
              <li key={value}>
                {title}{' '}
                <span className={classes.quiet}>{count.toLocaleString()}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {members.total > 0 && (
        <Part title={t('ownershipPage.graph.details.people')}>
          <Names
            items={members.items.map(entity => ({ entity }))}
            total={members.total}
          />
        </Part>
      )}
      {children.length > 0 && (
        <Part title={t('ownershipPage.graph.details.subTeams')}>
          <Names
            items={children.map(({ team, counts }) => ({
              entity: team,
              count: counts.entities,
            }))}
            total={children.length}
          />
        </Part>
      )}
      <Part title={t('ownershipPage.graph.details.ifGone')}>
        {t('ownershipPage.graph.details.ifGoneText', {
          count: ifGone.entities,
          number: ifGone.entities.toLocaleString(),
        })}
        {ifGone.withoutAnybody > 0 &&
          `, ${t('ownershipPage.graph.details.withoutAnybody', {
            number: ifGone.withoutAnybody.toLocaleString(),
          })}`}
      </Part>
    </>
  );
}
