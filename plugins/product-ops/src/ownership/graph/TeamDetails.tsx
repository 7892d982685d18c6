import {
  useOwnershipDependencies,
  useTeamOwnership,
} from '../../api/ownershipHooks';
import { Missing, Subheading } from '../../components';
import { useText } from '../../useText';
import { DependencySides } from '../DependenciesPanel';
import {
  HeldRoleLines,
  IfGoneText,
  Members,
  SubTeamLines,
  TeamGapLines,
} from '../teamFacts';
import { distributionText } from './lens';

/** More teams than this are a list of their own, on the page of the team. */
const TEAMS = 8;

/** Which teams a team or person depends on, and which need it, with the number of relations. */
export function Dependencies(props: { of: string }) {
  const t = useText();
  const { data, error, refetch } = useOwnershipDependencies(props.of);
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        what={t('ownershipPage.tab.dependenciesWhat')}
        rows={[60]}
      />
    );
  }
  return <DependencySides dependencies={data} of={props.of} most={TEAMS} />;
}

/** Who a team is, what is missing, and what would be without an owner if it went. */
export function TeamDetails(props: { team: string }) {
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
  const { members, children, gaps, byKind, roles } = data;
  return (
    <>
      {byKind.length > 0 && (
        <>
          <Subheading>{t('ownershipPage.tab.byKind')}</Subheading>
          {distributionText(byKind)}
        </>
      )}
      {roles.length > 0 && (
        <>
          <Subheading>{t('ownershipPage.tab.heldRoles')}</Subheading>
          <HeldRoleLines team={data} />
        </>
      )}
      {gaps.length > 0 && (
        <>
          <Subheading>{t('ownershipPage.tab.gaps')}</Subheading>
          <TeamGapLines team={data} />
        </>
      )}
      <Subheading>
        {t('ownershipPage.tab.members')} {members.total}
      </Subheading>
      <Members members={members} />
      {children.total > 0 && (
        <>
          <Subheading>{t('ownershipPage.tab.subTeams')}</Subheading>
          <SubTeamLines teams={children} most={TEAMS} />
        </>
      )}
      <Subheading>{t('ownershipPage.tab.ifGone')}</Subheading>
      <IfGoneText team={data} />
    </>
  );
}
