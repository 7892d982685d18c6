import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
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
import { FileChangeLines } from './timeline/FileChangeDialog';
import { useDecideSuggestion, usePlanSuggestions } from './usePlan';
import type { PlanQuery } from './usePlanQuery';

const FIRST = 5;

const useStyles = makeStyles(
  { sentence: linksInText },
  { name: 'ProductOpsPlanSuggestions' },
);

type Decision = DecidePlanSuggestionBody['decision'];

function SuggestionRow(props: {
  suggestion: PlanSuggestion;
  entities: ReadonlyMap<string, PlanEntity>;
  busy: boolean;
  onDecide: (decision: Decision) => void;
  onOpen: (items: OpenItem[]) => void;
}) {
  const { suggestion, entities, busy, onDecide, onOpen } = props;
  const { item, dependsOn, state, days, decidedBy, decidedAt } = suggestion;
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
        {state === 'open' ? (
          <>
            <Button
              size="small"
              color="primary"
              disabled={busy}
              aria-label={t('roadmap.plan.suggestions.linkThese', {
                item: item.title,
                other: dependsOn.title,
              })}
              onClick={() => onDecide('accept')}
            >
              {t('roadmap.plan.suggestions.link')}
            </Button>
            <Button
              size="small"
              color="primary"
              disabled={busy}
              aria-label={t('roadmap.plan.suggestions.dismissThese', {
                item: item.title,
                other: dependsOn.title,
              })}
              onClick={() => onDecide('dismiss')}
            >
              {t('roadmap.plan.suggestions.dismiss')}
            </Button>
          </>
        ) : (
          <Button
            size="small"
            color="primary"
            disabled={busy}
            aria-label={t('roadmap.plan.suggestions.restoreThese', {
              item: item.title,
              other: dependsOn.title,
            })}
            onClick={() => onDecide('restore')}
          >
            {t('roadmap.plan.suggestions.restore')}
          </Button>
        )}
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

/** How the file of a declared item is to be changed. */
function FileDialog(props: { decision: PlanDecision; onClose: () => void }) {
  const { suggestion, fileChange } = props.decision;
  const t = useText();
  const titleId = useId();
  return (
    <Dialog
      open
      onClose={props.onClose}
      aria-labelledby={titleId}
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id={titleId}>
        {t('roadmap.plan.file.title', { title: suggestion.item.title })}
      </DialogTitle>
      <DialogContent>
        <p>
          {t('roadmap.plan.file.text', {
            file: fileChange?.file ?? t('roadmap.plan.file.itsFile'),
          })}
        </p>
        {fileChange && <FileChangeLines change={fileChange} />}
      </DialogContent>
      <DialogActions>
        <Button color="primary" onClick={props.onClose}>
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
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
            decision={decision}
            onClose={() => setDecision(undefined)}
          />
        )}
      </Panel>
    </div>
  );
}
