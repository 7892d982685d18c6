import { useState } from 'react';
import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import type { EntityRecovery } from '@productops/backstage-plugin-product-ops-common';
import { Muted, Lines, Subheading, useUrlState } from '../../components';
import { useText } from '../../useText';
import { StartRunbook } from '../runs/StartRunbook';

/** The recovery runbooks, each with the button that starts a drill of it. */
export function Drilling(props: { recovery: EntityRecovery }) {
  const { entity, runbooks, may } = props.recovery;
  const t = useText();
  const url = useUrlState();
  const [started, setStarted] = useState<string>();
  return (
    <>
      <Subheading>{t('runbooks.recovery.runbooks')}</Subheading>
      {runbooks.length > 0 ? (
        <Lines label={t('runbooks.recovery.runbooks')}>
          {runbooks.map(({ id, title }) => (
            <li key={id}>
              <Link to={url.hrefWith({ runbook: id, run: undefined })}>
                {title}
              </Link>{' '}
              {may.run && (
                <Button
                  size="small"
                  variant="outlined"
                  color="primary"
                  aria-label={t('runbooks.recovery.startOf', { title })}
                  onClick={() => setStarted(id)}
                >
                  {t('runbooks.recovery.start')}
                </Button>
              )}
            </li>
          ))}
        </Lines>
      ) : (
        <Muted>{t('runbooks.recovery.noRunbooks')}</Muted>
      )}
      {started && (
        <StartRunbook
          key={started}
          entityRef={entity.ref}
          id={started}
          initial={{ kind: 'drill', text: t('runbooks.recovery.drillText') }}
          onClose={() => setStarted(undefined)}
          onStarted={run => url.patch({ run })}
        />
      )}
    </>
  );
}
