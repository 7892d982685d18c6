import Button from '@material-ui/core/Button';
import { isNotFound } from '../api/errors';
import { useText } from '../useText';
import { Failed, Loading, NotFound } from './states';

/** What stands in place of data: on its way, not there, or failed. */
export function Missing(props: {
  error: Error | null;
  onRetry: () => void;
  /** Given where filters of the address may be to blame. */
  onClear?: () => void;
  what: string;
  rows?: number[];
}) {
  const { error, onRetry, onClear, what } = props;
  const t = useText();
  if (!error) {
    return <Loading what={what} rows={props.rows} />;
  }
  if (isNotFound(error)) {
    return (
      <NotFound
        title={t('errors.entityNotFoundTitle')}
        text={t('errors.entityNotFound')}
        action={
          <Button variant="outlined" color="primary" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        }
      />
    );
  }
  return <Failed error={error} onRetry={onRetry} onClear={onClear} />;
}
