import type { TeamOwnership } from '@productops/backstage-plugin-product-ops-common';
import { useTeamOwnership } from '../api/ownershipHooks';
import {
  CalmLine,
  Columns,
  EntityName,
  Lines,
  Missing,
  Muted,
  Names,
  Panel,
  Shares,
  Strong,
  Subheading,
} from '../components';
import { StageTag } from '../lifecycle';
import { TeamReadiness } from '../lifecycle/portfolio';
import { TierTag } from '../overview/TierTag';
import { useText } from '../useText';
import { DependenciesPanel } from './DependenciesPanel';
import { DuePanel } from './DuePanel';
import { GraphLink } from './GraphLink';
import {
  HeldRoleLines,
  IfGoneText,
  Members,
  MoreLine,
  RoleHolderLines,
  SubTeamLines,
  TeamGapLines,
} from './teamFacts';
import { OwnershipLink } from './OwnershipLink';

function Owns(props: { team: TeamOwnership }) {
  const { direct, total, byKind, byStage } = props.team;
  const t = useText();
  if (total.entities === 0) {
    return (
      <Panel title={t('ownershipPage.tab.owns')}>
        {t(
          props.team.roles.length > 0
            ? 'ownershipPage.tab.ownsInRoles'
            : 'ownershipPage.tab.ownsNothing',
        )}
      </Panel>
    );
  }
  const counted = [
    ['total', total],
    ['direct', direct],
  ] as const;
  return (
    <Panel
      title={t('ownershipPage.tab.owns')}
      action={<GraphLink root={props.team.team.ref} />}
    >
      <Lines label={t('ownershipPage.tab.owns')}>
        {counted.map(([how, { entities, gaps }]) => (
          <li key={how}>
            <span>
              <Strong>
                {t('ownershipPage.tab.things', { count: entities })}
              </Strong>{' '}
              {t(`ownershipPage.tab.${how}`)}
            </span>
            <Muted>
              {t('ownershipPage.tab.withGaps', {
                number: gaps.toLocaleString(),
              })}
            </Muted>
          </li>
        ))}
      </Lines>
      <Subheading>{t('ownershipPage.tab.byKind')}</Subheading>
      <Shares label={t('ownershipPage.tab.byKind')} shares={byKind} />
      <Subheading>{t('ownershipPage.tab.byStage')}</Subheading>
      <Shares label={t('ownershipPage.tab.byStage')} shares={byStage} />
    </Panel>
  );
}

function Products(props: { team: TeamOwnership }) {
  const { team } = props.team;
  const { total, items } = props.team.products;
  const t = useText();
  return (
    <Panel
      title={t('ownershipPage.tab.products')}
      count={total > 0 ? total : undefined}
      action={
        total > items.length && (
          <OwnershipLink
            asked={{ view: 'list', holder: team.ref, kind: 'product' }}
          >
            {t('ownershipPage.tab.allProducts', {
              number: total.toLocaleString(),
            })}
          </OwnershipLink>
        )
      }
    >
      {total === 0 ? (
        t('ownershipPage.tab.noProducts')
      ) : (
        <Lines label={t('ownershipPage.tab.products')}>
          {items.map(({ id, title, entity, stage, tier, gaps = [] }) => (
            <li key={id}>
              <span>
                {entity ? <EntityName entity={entity} /> : title}
                {gaps.length > 0 && (
                  <Muted>
                    {t('ownershipPage.tab.gapsCount', { count: gaps.length })}
                  </Muted>
                )}
              </span>
              <span>
                {tier !== undefined && <TierTag tier={tier} short />}{' '}
                {stage && <StageTag stage={stage} />}
              </span>
            </li>
          ))}
          <MoreLine left={total - items.length} />
        </Lines>
      )}
    </Panel>
  );
}

function Roles(props: { team: TeamOwnership }) {
  const { roles, roleHolders, total } = props.team;
  const t = useText();
  return (
    <>
      {roles.length > 0 && (
        <Panel title={t('ownershipPage.tab.heldRoles')}>
          <HeldRoleLines team={props.team} />
        </Panel>
      )}
      {total.entities > 0 && (
        <Panel title={t('ownershipPage.tab.roleHolders')}>
          {roleHolders.total === 0 ? (
            t('ownershipPage.tab.noRoleHolders')
          ) : (
            <RoleHolderLines holders={roleHolders} />
          )}
        </Panel>
      )}
    </>
  );
}

function TeamGaps(props: { team: TeamOwnership }) {
  const { team, gaps } = props.team;
  const t = useText();
  const found = gaps.filter(({ count }) => count > 0);
  return (
    <Panel title={t('ownershipPage.tab.gaps')}>
      {found.length === 0 ? (
        <CalmLine>{t('ownershipPage.tab.noGaps')}</CalmLine>
      ) : (
        <TeamGapLines team={props.team} />
      )}
      {found.length > 0 && (
        <Muted>
          <OwnershipLink asked={{ view: 'gaps', owner: team.ref }}>
            {t('ownershipPage.tab.allGaps')}
          </OwnershipLink>
        </Muted>
      )}
    </Panel>
  );
}

function Hierarchy(props: { team: TeamOwnership }) {
  const { parents, children, members } = props.team;
  const t = useText();
  return (
    <Panel title={t('ownershipPage.tab.subTeams')}>
      {children.total === 0 ? (
        t('ownershipPage.tab.noSubTeams')
      ) : (
        <SubTeamLines teams={children} />
      )}
      {parents.length > 0 && (
        <>
          <Subheading>{t('ownershipPage.tab.parents')}</Subheading>
          <Names entities={parents} />
        </>
      )}
      <Subheading>
        {t('ownershipPage.tab.members')} {members.total}
      </Subheading>
      <Members members={members} />
    </Panel>
  );
}

/** What a team owns, through its sub-teams too, what is amiss with it, and what is due from it. */
export function TeamPanel(props: { team: string }) {
  const t = useText();
  const { data, error, refetch } = useTeamOwnership(props.team);
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        what={t('ownershipPage.what')}
        rows={[220, 160]}
      />
    );
  }
  return (
    <Columns
      main={
        <>
          <Owns team={data} />
          <Products team={data} />
          <DependenciesPanel team={props.team} />
        </>
      }
      side={
        <>
          <DuePanel owner={props.team} />
          <TeamGaps team={data} />
          <TeamReadiness team={props.team} />
          <Roles team={data} />
          <Hierarchy team={data} />
          <Panel title={t('ownershipPage.tab.ifGone')}>
            <IfGoneText team={data} />
          </Panel>
        </>
      }
    />
  );
}
