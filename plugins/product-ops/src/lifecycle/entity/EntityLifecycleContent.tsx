import { Fragment } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  useEntityLifecycle,
  useLifecycleActions,
} from '../../api/lifecycleHooks';
import { useEntitySunset } from '../../api/lifecyclePortfolioHooks';
import { Columns, Missing, Muted, Panel, When } from '../../components';
import { useText } from '../../useText';
import { SunsetPanel } from '../sunset';
import { presentAnswer } from './answers';
import { CheckList, Tally } from './CheckList';
import { Dialogs } from './Dialogs';
import { GatePanel } from './GatePanel';
import { HistoryPanel } from './HistoryPanel';
import { StagePanel } from './StagePanel';
import { Telling } from './told';
import { TransitionPanel } from './TransitionPanel';
import { WaiversPanel } from './WaiversPanel';

function LifecycleOf(props: { entityRef: string }) {
  const { entityRef } = props;
  const t = useText();
  const { data, error, refetch } = useEntityLifecycle(entityRef);
  const possible = useLifecycleActions(entityRef);
  const actions = possible.data;
  const { data: sunset } = useEntitySunset(entityRef);
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        what={t('lifecycleTab.what')}
        rows={[180, 240]}
      />
    );
  }
  const { stage, readiness, checks, entity, evaluatedAt } = data;
  const transition = actions?.transition ?? actions?.last;
  // Of what leaves, or stands on what leaves, that is what people come for.
  const leaving = Boolean(
    sunset && (sunset.plan || sunset.leaving || sunset.dependsOn.length > 0),
  );
  // By their keys they keep what is open in them when they change places.
  const end = <SunsetPanel key="end" entityRef={entityRef} />;
  const rest = (
    <Fragment key="rest">
      {!actions && (
        <Missing
          error={possible.error}
          onRetry={possible.refetch}
          what={t('lifecycleTab.whatActions')}
          rows={[80]}
        />
      )}
      {transition && <TransitionPanel transition={transition} />}
      <GatePanel lifecycle={data} actions={actions} />
      {stage.known && (
        <Panel title={t('lifecycleTab.present', { stage: stage.title })}>
          {presentAnswer(t, stage.title, readiness)}
          <Tally readiness={readiness} />
          <CheckList
            label={t('lifecycleTab.present', { stage: stage.title })}
            checks={checks}
            entity={entity}
            actions={actions}
          />
        </Panel>
      )}
      {evaluatedAt && (
        <Muted>
          {t('lifecycleTab.answered')} <When value={evaluatedAt} />
        </Muted>
      )}
    </Fragment>
  );
  return (
    <Telling>
      <Dialogs lifecycle={data}>
        <StagePanel lifecycle={data} />
        <br />
        <Columns
          main={leaving ? [end, rest] : [rest, end]}
          side={
            <>
              <WaiversPanel entityRef={entityRef} />
              <HistoryPanel entity={entity} />
            </>
          }
        />
      </Dialogs>
    </Telling>
  );
}

/** The Lifecycle tab of an entity: its stage, what that and the next ones demand, and how it came about. */
export function EntityLifecycleContent() {
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  // Nothing of one entity, such as an open dialog, is left over when the page turns to another.
  return <LifecycleOf key={ref} entityRef={ref} />;
}
