import type {
  AnsweredFor,
  GetPersonOwnershipQuery,
  PersonOwnership,
} from '@productops/backstage-plugin-product-ops-common';
import { usePersonOwnership } from '../api/ownershipHooks';
import {
  Columns,
  CountLine,
  EntityName,
  FilterButton,
  Lines,
  Missing,
  Muted,
  NoMatch,
  Pager,
  Panel,
  Row,
  RowList,
  SearchField,
  Strong,
  Subheading,
  Toolbar,
  useUrlState,
} from '../components';
import { StageTag } from '../lifecycle';
import { TierTag } from '../overview/TierTag';
import { useText } from '../useText';
import { DueLines } from './DuePanel';
import { GraphLink } from './GraphLink';
import { MoreLine } from './teamFacts';
import { TransferTag } from './TransferFacts';
import { VerificationTag } from './VerificationRow';

const HOWS = ['owner', 'team', 'role'] as const;

/** What the address asks of what a person answers for. Values that the contract does not know are left out. */
function usePersonQuery() {
  const url = useUrlState();
  const how = HOWS.filter(known => url.getAll('how').includes(known));
  const q = url.get('q');
  const cursor = url.get('cursor');
  const query: GetPersonOwnershipQuery = {
    limit: 20,
    ...(cursor && { cursor }),
    ...(how.length && { how }),
    ...(q && { q }),
  };
  return {
    url,
    query,
    how,
    q,
    filtered: Boolean(how.length || q),
    clear: () => url.patch({ how: undefined, q: undefined }),
  };
}

type PersonState = ReturnType<typeof usePersonQuery>;

function useWays(): (ways: AnsweredFor['how']) => string {
  const t = useText();
  return ways =>
    ways
      .map(({ how, role, via }) => {
        if (how === 'owner') {
          return t('ownershipPage.tab.byName');
        }
        if (!role) {
          return t('ownershipPage.tab.throughTeam', {
            team: via?.title ?? '',
          });
        }
        const name = t(`ownership.roles.${role}`);
        return via
          ? t('ownershipPage.tab.inRoleVia', { role: name, via: via.title })
          : name;
      })
      .join(' · ');
}

function Answered(props: { item: AnsweredFor }) {
  const { entity, tier, stage, gaps, verification, how } = props.item;
  const t = useText();
  const waysOf = useWays();
  return (
    <Row
      head={
        <>
          <Strong>
            <EntityName entity={entity} />
          </Strong>
          <Muted>{entity.kind}</Muted>
          {tier !== undefined && <TierTag tier={tier} short />}
          {stage && <StageTag stage={stage} />}
          {verification !== 'upcoming' && (
            <VerificationTag state={verification} />
          )}
        </>
      }
    >
      <Muted>
        {waysOf(how)}
        {gaps &&
          ` · ${t('ownershipPage.tab.gapsCount', { count: gaps.length })}`}
      </Muted>
    </Row>
  );
}

function AnswersFor(props: {
  data: PersonOwnership;
  state: PersonState;
  root: string;
}) {
  const { data, state } = props;
  const { url, how, q, filtered, clear } = state;
  const { counts, items, totalItems } = data;
  const t = useText();
  if (counts.all.entities === 0) {
    return (
      <Panel title={t('ownershipPage.tab.person')}>
        {t('ownershipPage.tab.personNothing')}
      </Panel>
    );
  }
  return (
    <Panel
      title={t('ownershipPage.tab.person')}
      count={counts.all.entities}
      action={<GraphLink root={props.root} />}
    >
      <Toolbar
        onClear={filtered ? clear : undefined}
        label={t('common.filters')}
      >
        <SearchField
          label={t('ownershipPage.tab.personFind')}
          value={q ?? ''}
          onChange={text =>
            url.patch({ q: text || undefined }, { replace: true })
          }
        />
        <FilterButton
          label={t('ownershipPage.tab.how')}
          options={HOWS.map(value => ({
            value,
            label: t(`ownershipPage.tab.hows.${value}`),
            count: counts[value],
          }))}
          selected={how}
          onChange={chosen => url.patch({ how: chosen })}
        />
      </Toolbar>
      {items.length === 0 ? (
        <NoMatch>{t('ownershipPage.tab.personNoMatch')}</NoMatch>
      ) : (
        <>
          {filtered && (
            <CountLine
              count={t('ownershipPage.tab.things', { count: totalItems })}
            />
          )}
          <RowList label={t('ownershipPage.tab.person')}>
            {items.map(item => (
              <Answered key={item.entity.ref} item={item} />
            ))}
          </RowList>
        </>
      )}
      <Pager
        pageInfo={data.pageInfo}
        onCursor={cursor => url.patch({ cursor })}
      />
    </Panel>
  );
}

function Teams(props: { teams: PersonOwnership['teams'] }) {
  const { total, items } = props.teams;
  const t = useText();
  return (
    <Panel title={t('ownershipPage.tab.personTeams')}>
      {total === 0 ? (
        t('ownershipPage.tab.personNoTeams')
      ) : (
        <Lines label={t('ownershipPage.tab.personTeams')}>
          {items.map(({ team, counts }) => (
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
          <MoreLine left={total - items.length} />
        </Lines>
      )}
    </Panel>
  );
}

function Due(props: { data: PersonOwnership }) {
  const { person, verifications, transfers } = props.data;
  const t = useText();
  return (
    <Panel title={t('ownershipPage.tab.dueFromIt')}>
      <DueLines
        owner={person.ref}
        {...verifications}
        open={transfers.total}
        // The lists of the page are by owner; what one answers for in a role is in none of them.
        linked={false}
      />
      {transfers.items.length > 0 && (
        <>
          <Subheading>{t('ownershipPage.tab.personTransfers')}</Subheading>
          <Lines label={t('ownershipPage.tab.personTransfers')}>
            {transfers.items.map(({ id, entity, from, to, state }) => (
              <li key={id}>
                <span>
                  <EntityName entity={entity} />
                  <Muted>
                    {from?.title ?? t('ownershipPage.transfers.nobody')} →{' '}
                    {to.title}
                  </Muted>
                </span>
                <TransferTag state={state} />
              </li>
            ))}
          </Lines>
        </>
      )}
    </Panel>
  );
}

/** What a person answers for, by name, through teams and in roles, and what is due from the person. */
export function PersonPanel(props: { person: string }) {
  const { person } = props;
  const t = useText();
  const state = usePersonQuery();
  const { data, error, refetch } = usePersonOwnership(person, state.query);
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        onClear={state.filtered || state.query.cursor ? state.clear : undefined}
        what={t('ownershipPage.tab.personWhat')}
        rows={[220, 160]}
      />
    );
  }
  return (
    <Columns
      main={<AnswersFor data={data} state={state} root={person} />}
      side={
        <>
          <Due data={data} />
          <Teams teams={data.teams} />
        </>
      }
    />
  );
}
