import Button from '@material-ui/core/Button';
import { useEntityWaivers } from '../../api/lifecycleHooks';
import { Missing, Panel, Row, RowList, Strong } from '../../components';
import { useText } from '../../useText';
import { useAsk } from './asking';
import { WaiverFacts } from './WaiverFacts';

/** The waivers of an entity with their end, those that are over too. */
export function WaiversPanel(props: { entityRef: string }) {
  const t = useText();
  const ask = useAsk();
  const { data, error, refetch } = useEntityWaivers(props.entityRef);
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        what={t('lifecycleTab.waivers')}
        rows={[90]}
      />
    );
  }
  return (
    <Panel title={t('lifecycleTab.waivers')}>
      {data.items.length === 0 ? (
        t('lifecycleTab.noWaivers')
      ) : (
        <RowList label={t('lifecycleTab.waivers')}>
          {data.items.map(waiver => (
            <Row
              key={waiver.id}
              head={<Strong>{waiver.check.title}</Strong>}
              actions={
                waiver.mayRevoke && (
                  <Button
                    size="small"
                    aria-haspopup="dialog"
                    aria-label={t('lifecycleTab.revokeOf', {
                      check: waiver.check.title,
                    })}
                    onClick={() => ask({ what: 'revoke', waiver })}
                  >
                    {t('lifecycleTab.revoke')}
                  </Button>
                )
              }
            >
              <WaiverFacts waiver={waiver} />
            </Row>
          ))}
        </RowList>
      )}
    </Panel>
  );
}
