import type { GoalDetails } from '@productops/backstage-plugin-product-ops-common';
import {
  CalmLine,
  EntityName,
  Lines,
  Muted,
  Panel,
  readableDate,
  Row,
  RowList,
  Snippet,
  Strong,
  Tag,
  useEntityPath,
} from '../../components';
import { Link } from '@backstage/core-components';
import { useText } from '../../useText';
import { statusTone } from '../words';
import { riskText } from './words';

/** What stands in the way of a goal. */
export function RiskPanel(props: { goal: GoalDetails }) {
  const { risks } = props.goal.standing;
  const t = useText();
  return (
    <Panel
      title={t('roadmap.goals.riskPanel')}
      count={risks.length || undefined}
    >
      {risks.length === 0 ? (
        <CalmLine>{t('roadmap.goals.calm')}</CalmLine>
      ) : (
        <Lines label={t('roadmap.goals.riskPanel')}>
          {risks.map(risk => (
            <li key={risk.kind}>{riskText(risk, t)}.</li>
          ))}
        </Lines>
      )}
    </Panel>
  );
}

/** The items of all products that point at a goal, what is at risk first. */
export function WorkPanel(props: { goal: GoalDetails }) {
  const { work, id, entity } = props.goal;
  const t = useText();
  const path = useEntityPath();
  return (
    <Panel title={t('roadmap.goals.work.title')} count={work.total}>
      {work.items.length === 0 ? (
        <>
          <Muted>{t('roadmap.goals.work.none')}</Muted>
          <Snippet
            label={t('common.addTo', { file: 'roadmap.yaml' })}
            text={`goal: ${id}                # on the roadmap of ${entity.name}\ngoal: ${id}@${entity.kind}:${entity.name}   # on any other`}
          />
        </>
      ) : (
        <RowList label={t('roadmap.goals.work.title')}>
          {work.items.map(item => (
            <Row
              key={`${item.id}@${item.entity.ref}/${item.source}`}
              head={
                <>
                  <Strong>
                    {item.entity.known ? (
                      <Link
                        to={`${path(
                          item.entity,
                          'roadmap',
                        )}?item=${encodeURIComponent(item.id)}`}
                      >
                        {item.title}
                      </Link>
                    ) : (
                      item.title
                    )}
                  </Strong>
                  <Tag tone={statusTone(item.status)}>
                    {t(`roadmap.statuses.${item.status}`)}
                  </Tag>
                  {item.risks.map(risk => (
                    <Tag key={risk} tone="warn">
                      {t(`roadmap.goals.work.${risk}`)}
                    </Tag>
                  ))}
                </>
              }
            >
              <Muted>
                <EntityName entity={item.entity} />
                {item.owner && (
                  <>
                    {' · '}
                    <EntityName entity={item.owner} />
                  </>
                )}
                {item.end &&
                  ` · ${t('roadmap.goals.work.until', {
                    date: readableDate(item.end),
                  })}`}
              </Muted>
            </Row>
          ))}
        </RowList>
      )}
      {work.total > work.items.length && (
        <Muted>
          {t('roadmap.goals.work.more', {
            shown: String(work.items.length),
            total: String(work.total),
          })}
        </Muted>
      )}
    </Panel>
  );
}

/** Who works on a goal. */
export function TeamsPanel(props: { goal: GoalDetails }) {
  const { teams } = props.goal;
  const t = useText();
  return (
    <Panel title={t('roadmap.goals.teams.title')}>
      {teams.length === 0 ? (
        <Muted>{t('roadmap.goals.teams.none')}</Muted>
      ) : (
        <Lines label={t('roadmap.goals.teams.title')}>
          {teams.map(({ team, accountable, total, done }) => (
            <li key={team.ref}>
              <EntityName entity={team} />
              <span>
                {[
                  accountable && t('roadmap.goals.teams.accountable'),
                  total > 0 &&
                    t('roadmap.goals.teams.items', {
                      count: total,
                      done: String(done),
                    }),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </li>
          ))}
        </Lines>
      )}
    </Panel>
  );
}
