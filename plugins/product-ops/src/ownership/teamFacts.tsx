import type { TeamOwnership } from '@productops/backstage-plugin-product-ops-common';
import { EntityName, Lines, Muted, Names, Strong } from '../components';
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

/** How many a list leaves out. */
export function MoreLine(props: { left: number }) {
  const t = useText();
  return props.left > 0 ? (
    <li>
      <Muted>{t('common.more', { number: props.left.toLocaleString() })}</Muted>
    </li>
  ) : null;
}

/** The teams directly below, with what they have. */
export function SubTeamLines(props: {
  teams: TeamOwnership['children'];
  most?: number;
}) {
  const { total, items } = props.teams;
  const shown = items.slice(0, props.most);
  const t = useText();
  return (
    <Lines label={t('ownershipPage.tab.subTeams')}>
      {shown.map(({ team, counts }) => (
        <li key={team.ref}>
          <EntityName entity={team} />
          <span>
            {t('ownershipPage.tab.things', { count: counts.entities })}
            {counts.gaps > 0 &&
              `, ${t('ownershipPage.tab.withGaps', {
                number: counts.gaps.toLocaleString(),
              })}`}
          </span>
        </li>
      ))}
      <MoreLine left={total - shown.length} />
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
export function IfGoneText(props: { team: TeamOwnership }) {
  const { team, ifGone } = props.team;
  const { entities, withoutAnybody } = ifGone;
  const t = useText();
  const list = { view: 'list', holder: team.ref };
  return entities === 0 ? (
    <>{t('ownershipPage.tab.ifGoneNothing')}</>
  ) : (
    <>
      <Strong>{t('ownershipPage.tab.ifGoneText', { count: entities })}</Strong>{' '}
      <OwnershipLink asked={list}>
        {t('ownershipPage.tab.ifGoneList')}
      </OwnershipLink>
      {withoutAnybody > 0 && (
        <div>
          {t('ownershipPage.tab.withoutAnybody', { count: withoutAnybody })}{' '}
          <OwnershipLink asked={{ ...list, alone: 'true' }}>
            {t('ownershipPage.tab.ifGoneAlone')}
          </OwnershipLink>
        </div>
      )}
    </>
  );
}

/** For how much a team holds which role, each with the way to the list of it. */
export function HeldRoleLines(props: { team: TeamOwnership }) {
  const { team, roles } = props.team;
  const t = useText();
  return (
    <Lines label={t('ownershipPage.tab.heldRoles')}>
      {roles.map(({ role, count }) => (
        <li key={role}>
          <OwnershipLink asked={{ view: 'list', holder: team.ref, role }}>
            {t(`ownership.roles.${role}`)}
          </OwnershipLink>
          <span>{t('ownershipPage.tab.things', { count })}</span>
        </li>
      ))}
    </Lines>
  );
}

/** Who holds which roles for what a team owns. */
export function RoleHolderLines(props: {
  holders: TeamOwnership['roleHolders'];
}) {
  const { total, items } = props.holders;
  const t = useText();
  return (
    <Lines label={t('ownershipPage.tab.roleHolders')}>
      {items.map(({ role, holder, count }) => (
        <li key={`${role} ${holder.ref}`}>
          <span>
            <EntityName entity={holder} />
            <Muted>{t(`ownership.roles.${role}`)}</Muted>
          </span>
          <span>{t('ownershipPage.tab.things', { count })}</span>
        </li>
      ))}
      <MoreLine left={total - items.length} />
    </Lines>
  );
}
