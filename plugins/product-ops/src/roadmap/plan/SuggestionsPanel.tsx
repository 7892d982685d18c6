import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DecidePlanSuggestionBody,
  PlanDecision,
  PlanEntity,
  PlanSuggestion,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import {
  CalmLine,
  EntityName,
  linksInText,
  Missing,
  Muted,
  Notice,
  Panel,
  Row,
  RowList,
  Strong,
  When,
} from '../../components';
import { useText } from '../../useText';
import { suggestionFilter } from './PlanAnswer';
import type { OpenItem } from './openItems';
import { FileDialog } from './timeline/FileChangeDialog';
import { useDecideSuggestion, usePlanSuggestions } from './usePlan';
import type { PlanQuery } from './usePlanQuery';

const FIRST = 5;

const useStyles = makeStyles(
  { sentence: linksInText },
  { name: 'ProductOpsPlanSuggestions' },
);

type Decision = DecidePlanSuggestionBody['decision'];

/** What the button of a decision says. */
const WORDS = {
  accept: 'link',
  dismiss: 'dismiss',
  restore: 'restore',
} as const;

function SuggestionRow(props: {
  suggestion: PlanSuggestion;
  entities: ReadonlyMap<string, PlanEntity>;
  busy: boolean;
  onDecide: (decision: Decision) => void;
  onOpen: (items: OpenItem[]) => void;
}) {
  const { suggestion, entities, busy, onDecide, onOpen } = props;
  const { item, dependsOn, state, days, decidedBy, decidedAt } = suggestion;
  const decisions: Decision[] =
    state === 'open' ? ['accept', 'dismiss'] : ['restore'];
  const classes = useStyles();
  const t = useText();
  const nameOf = (ref: string) => {
    const entity = entities.get(ref)?.entity;
    return entity ? <EntityName entity={entity} /> : ref;
  };
  return (
    <Row
      head={
        <span className={classes.sentence}>
          {t('roadmap.plan.suggestions.sentence', {
            item: <Strong>{item.title}</Strong>,
            itemEntity: nameOf(item.entityRef),
            other: <Strong>{dependsOn.title}</Strong>,
            otherEntity: nameOf(dependsOn.entityRef),
          })}
        </span>
      }
    >
      {state === 'open' && days !== undefined && (
        <Muted>{t('roadmap.plan.suggestions.why', { count: days })}</Muted>
      )}
      {state !== 'open' && decidedBy && decidedAt && (
        <Muted>
          {t('roadmap.plan.suggestions.dismissedBy', {
            who: <EntityName entity={decidedBy} />,
            when: <When value={decidedAt} />,
          })}
        </Muted>
      )}
      <div>
        {decisions.map(decision => (
          <Button
            key={decision}
            size="small"
            color="primary"
            disabled={busy}
            aria-label={t(`roadmap.plan.suggestions.${WORDS[decision]}These`, {
              item: item.title,
              other: dependsOn.title,
            })}
            onClick={() => onDecide(decision)}
          >
            {t(`roadmap.plan.suggestions.${WORDS[decision]}`)}
          </Button>
        ))}
        <Button
          size="small"
          color="primary"
          onClick={() => onOpen([item, dependsOn])}
        >
          {t('roadmap.plan.conflicts.openBoth')}
        </Button>
      </div>
    </Row>
  );
}

/** What the catalog makes likely, to be linked or dismissed; what was dismissed can be taken back. */
export function SuggestionsPanel(props: {
  plan: PlanQuery;
  onOpen: (items: OpenItem[]) => void;
}) {
  const { plan, onOpen } = props;
  const t = useText();
  const dismissed = plan.url.get('suggestions') === 'dismissed';
  const [all, setAll] = useState(false);
  const [notice, setNotice] = useState<{ good: boolean; text: string }>();
  const [decision, setDecision] = useState<PlanDecision>();
  const filter = suggestionFilter(plan);
  const open = usePlanSuggestions({ ...filter, limit: 20 });
  const answered = usePlanSuggestions({
    ...filter,
    limit: 20,
    state: 'dismissed',
  });
  const { data, error, refetch } = dismissed ? answered : open;
  const { mutateAsync, isPending } = useDecideSuggestion();
  const entities = new Map(data?.entities.map(one => [one.ref, one]));

  async function decide(suggestion: PlanSuggestion, decided: Decision) {
    setNotice(undefined);
    try {
      const answer = await mutateAsync({
        id: suggestion.id,
        decision: decided,
      });
      if (answer.fileChange) {
        setDecision(answer);
      }
      setNotice({
        good: true,
        text: t(`roadmap.plan.suggestions.done.${decided}`, {
          item: suggestion.item.title,
          other: suggestion.dependsOn.title,
        }),
      });
    } catch (failure) {
      setNotice({ good: false, text: refusalOf(failure).message });
    }
  }
  const shown = data?.items.slice(0, all ? undefined : FIRST) ?? [];
  const dismissedCount = answered.data?.totalItems ?? 0;
  return (
    <div id="plan-suggestions">
      <Panel
        title={t(
          dismissed
            ? 'roadmap.plan.suggestions.dismissedTitle'
            : 'roadmap.plan.suggestions.title',
        )}
        count={data?.totalItems}
        action={
          (dismissed || dismissedCount > 0) && (
            <Button
              size="small"
              color="primary"
              onClick={() =>
                plan.url.patch({
                  suggestions: dismissed ? undefined : 'dismissed',
                })
              }
            >
              {dismissed
                ? t('roadmap.plan.suggestions.showOpen')
                : t('roadmap.plan.suggestions.showDismissed', {
                    count: dismissedCount,
                  })}
            </Button>
          )
        }
      >
        <Notice
          label={t('roadmap.plan.suggestions.notice')}
          good={notice?.good ?? true}
          onHide={() => setNotice(undefined)}
        >
          {notice?.text}
        </Notice>
        {!data && (
          <Missing
            error={error}
            onRetry={refetch}
            what={t('roadmap.plan.suggestions.what')}
            rows={[60]}
          />
        )}
        {data?.totalItems === 0 && (
          <CalmLine>
            {t(
              dismissed
                ? 'roadmap.plan.suggestions.noneDismissed'
                : 'roadmap.plan.suggestions.none',
            )}
          </CalmLine>
        )}
        {shown.length > 0 && (
          <RowList label={t('roadmap.plan.suggestions.title')}>
            {shown.map(suggestion => (
              <SuggestionRow
                key={suggestion.id}
                suggestion={suggestion}
                entities={entities}
                busy={isPending}
                onDecide={decided => decide(suggestion, decided)}
                onOpen={onOpen}
              />
            ))}
          </RowList>
        )}
        {data && data.items.length > shown.length && (
          <Button color="primary" onClick={() => setAll(true)}>
            {t('roadmap.plan.showAll', { number: String(data.items.length) })}
          </Button>
        )}
        {decision && (
          <FileDialog
            title={decision.suggestion.item.title}
            change={decision.fileChange}
            onClose={() => setDecision(undefined)}
          />
        )}
      </Panel>
    </div>
  );
}
