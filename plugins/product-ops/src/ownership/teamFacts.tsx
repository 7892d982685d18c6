import type { TeamOwnership } from '@productops/backstage-plugin-product-ops-common';
import { EntityName, Lines, Names, Strong } from '../components';
import { useText } from '../useText';
import { OwnershipLink } from './OwnershipLink';

/** What is amiss with what a team owns, each with the way to the list of it. */
export function TeamGapLines(props: { team: TeamOwnership }) {
  const { team, gaps } = props.team;
  const t = useText();
  return (
    <Lines label={t('ownershipPage.tab.gaps')}>
      {gaps
        .filter(({ count }) => count > 0)
        .map(({ value, title, count }) => (
          <li key={value}>
            <OwnershipLink
              asked={{ view: 'gaps', owner: team.ref, rule: value }}
            >
              {title}
            </OwnershipLink>
            <span>{count.toLocaleString()}</span>
          </li>
        ))}
    </Lines>
  );
}

/** The teams directly below, with what they have. */
export function SubTeamLines(props: { teams: TeamOwnership['children'] }) {
  const t = useText();
  return (
    <Lines label={t('ownershipPage.tab.subTeams')}>
      {props.teams.map(({ team, counts }) => (
        <li key={team.ref}>
          <EntityName entity={team} />
          <span>
            {t('ownershipPage.tab.things', { count: counts.entities })}
            {counts.gaps > 0 &&
              `, ${t('ownershipPage.tab.gapsCount', { count: counts.gaps })}`}
          </span>
        </li>
      ))}
    </Lines>
  );
}

/** Who is in a team and its sub-teams. */
export function Members(props: { members: TeamOwnership['members'] }) {
  const { total, items } = props.members;
  const t = useText();
  return total === 0 ? (
    <>{t('ownershipPage.tab.noMembers')}</>
  ) : (
    <Names entities={items} total={total} />
  );
}

/** What would have no owner if a team went. */
export function IfGoneText(props: { ifGone: TeamOwnership['ifGone'] }) {
  const { entities, withoutAnybody } = props.ifGone;
  const t = useText();
  return entities === 0 ? (
    <>{t('ownershipPage.tab.ifGoneNothing')}</>
  ) : (
    <>
      <Strong>{t('ownershipPage.tab.ifGoneText', { count: entities })}</Strong>
      {withoutAnybody > 0 && (
        <div>
          {t('ownershipPage.tab.withoutAnybody', { count: withoutAnybody })}
        </div>
      )}
    </>
  );
}
