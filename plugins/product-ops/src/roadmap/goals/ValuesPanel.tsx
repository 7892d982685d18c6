import { useState } from 'react';
import Button from '@material-ui/core/Button';
import type {
  GoalDetails,
  GoalQuestion,
  GoalValue,
} from '@productops/backstage-plugin-product-ops-common';
import { useGoalValues } from '../../api/goalsHooks';
import {
  EntityName,
  Missing,
  Muted,
  Pager,
  Panel,
  readableDate,
  Row,
  RowList,
  Strong,
  Tag,
  When,
} from '../../components';
import { useText } from '../../useText';
import { ValueDialog } from './ValueDialog';
import { withUnit } from './words';

function Origin(props: { value: GoalValue }) {
  const { source, by, service = '', recordedAt } = props.value;
  const t = useText();
  const when = <When value={recordedAt} />;
  if (source === 'person' && by) {
    return t('roadmap.goals.values.person', {
      who: <EntityName entity={by} />,
      when,
    });
  }
  return source === 'service'
    ? t('roadmap.goals.values.service', { service, when })
    : t('roadmap.goals.values.prometheus', {
        name: source.replace(/^prometheus:/, ''),
        when,
      });
}

/** The values of a metric with who recorded them, corrected ones too. */
export function ValuesPanel(props: {
  goal: GoalDetails;
  question: GoalQuestion;
  metric: NonNullable<GoalDetails['metric']>;
}) {
  const { goal, question, metric } = props;
  const t = useText();
  const [cursor, setCursor] = useState<string>();
  const [adding, setAdding] = useState<{ corrects?: GoalValue }>();
  const { data, error, refetch } = useGoalValues(question, {
    limit: 10,
    ...(cursor && { cursor }),
  });
  const may = goal.may.manage && !goal.archived;
  return (
    <Panel
      title={t('roadmap.goals.values.title')}
      count={data?.totalItems}
      action={
        may && (
          <Button
            variant="outlined"
            color="primary"
            onClick={() => setAdding({})}
          >
            {t('roadmap.goals.page.addValue')}
          </Button>
        )
      }
    >
      {!data && (
        <Missing
          error={error}
          onRetry={refetch}
          what={t('roadmap.goals.what')}
          rows={[60]}
        />
      )}
      {data?.items.length === 0 && (
        <Muted>{t('roadmap.goals.values.none')}</Muted>
      )}
      {data && data.items.length > 0 && (
        <RowList label={t('roadmap.goals.values.title')}>
          {data.items.map(value => (
            <Row
              key={value.id}
              head={
                <>
                  <Strong>
                    {value.correctedBy ? (
                      <del>{withUnit(value.value, metric.unit)}</del>
                    ) : (
                      withUnit(value.value, metric.unit)
                    )}
                  </Strong>
                  <span>{readableDate(value.at)}</span>
                  {value.correctedBy && (
                    <Tag>{t('roadmap.goals.values.corrected')}</Tag>
                  )}
                  {value.corrects && (
                    <Tag tone="info">
                      {t('roadmap.goals.values.correction')}
                    </Tag>
                  )}
                </>
              }
              actions={
                may &&
                !value.correctedBy && (
                  <Button
                    size="small"
                    color="primary"
                    aria-label={t('roadmap.goals.values.correctWhich', {
                      value: withUnit(value.value, metric.unit),
                      day: readableDate(value.at),
                    })}
                    onClick={() => setAdding({ corrects: value })}
                  >
                    {t('roadmap.goals.values.correct')}
                  </Button>
                )
              }
            >
              {value.note && <div>{value.note}</div>}
              <Muted>
                <Origin value={value} />
              </Muted>
            </Row>
          ))}
        </RowList>
      )}
      <Pager pageInfo={data?.pageInfo ?? {}} onCursor={setCursor} />
      {adding && (
        <ValueDialog
          question={question}
          metric={metric}
          corrects={adding.corrects}
          onClose={() => setAdding(undefined)}
        />
      )}
    </Panel>
  );
}
