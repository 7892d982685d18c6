import type {
  OwnershipDependencies,
  TeamDependencies,
} from '@productops/backstage-plugin-product-ops-common';
import { useOwnershipDependencies } from '../api/ownershipHooks';
import {
  EntityName,
  Lines,
  Missing,
  Muted,
  Panel,
  Subheading,
} from '../components';
import { useText } from '../useText';

function Side(props: {
  title: string;
  none: string;
  teams: TeamDependencies;
  most?: number;
}) {
  const { title, none, teams, most } = props;
  const shown = teams.items.slice(0, most);
  const t = useText();
  return (
    <>
      <Subheading>{title}</Subheading>
      {teams.total === 0 ? (
        <Muted>{none}</Muted>
      ) : (
        <Lines label={title}>
          {shown.map(({ team, count, examples }) => (
            <li key={team?.ref ?? 'none'}>
              <span>
                {team ? (
                  <EntityName entity={team} />
                ) : (
                  t('ownershipPage.tab.unownedThings')
                )}
                {most === undefined && examples.length > 0 && (
                  <Muted>
                    {t('ownershipPage.tab.example', {
                      from: examples[0].from.title,
                      to: examples[0].to.title,
                    })}
                  </Muted>
                )}
              </span>
              <span>{t('ownershipPage.tab.dependencies', { count })}</span>
            </li>
          ))}
          {teams.total > shown.length && (
            <li>
              {t('common.more', {
                number: String(teams.total - shown.length),
              })}
            </li>
          )}
        </Lines>
      )}
    </>
  );
}

/** Both directions; where only some are wanted, without an example for each. */
export function DependencySides(props: {
  dependencies: OwnershipDependencies;
  most?: number;
}) {
  const { dependencies, most } = props;
  const t = useText();
  return (
    <>
      <Side
        title={t('ownershipPage.tab.teamDependsOn')}
        none={t('ownershipPage.tab.dependsOnNothing')}
        teams={dependencies.dependsOn}
        most={most}
      />
      <Side
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
      <DependencySides dependencies={data} />
    </Panel>
  );
}
