import type { ComponentProps } from 'react';
import { useRunbook } from '../../api/hooks';
import { Missing } from '../../components';
import { useText } from '../../useText';
import { StartDialog } from './StartDialog';

/** Asks for a runbook of which only the name is known, then how it is started. */
export function StartRunbook(
  props: Omit<ComponentProps<typeof StartDialog>, 'runbook'> & { id: string },
) {
  const { id, ...rest } = props;
  const t = useText();
  const { data, error, refetch } = useRunbook(rest.entityRef, id);
  if (data) {
    return <StartDialog {...rest} runbook={data} />;
  }
  return error ? (
    <Missing error={error} onRetry={refetch} what={t('runbooks.whatOne')} />
  ) : null;
}
