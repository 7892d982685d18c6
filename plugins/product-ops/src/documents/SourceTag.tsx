import CheckIcon from '@material-ui/icons/CheckCircleOutline';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import WaitIcon from '@material-ui/icons/HourglassEmpty';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { Source } from '@productops/backstage-plugin-product-ops-common';
import { Tag, type Tone } from '../components';
import { useText } from '../useText';

export function errorsIn(source: Source): number {
  return source.errorCount ?? source.errors.length;
}

/** How many files of a folder have errors, when all of its errors are at hand. */
function filesWithErrors(source: Source): number | undefined {
  const { kind, errors } = source;
  if (kind !== 'runbooks' || errors.length < errorsIn(source)) {
    return undefined;
  }
  return new Set(errors.map(({ file }) => file)).size;
}

/** How reading a declared file went. */
export function SourceTag(props: { source: Source }) {
  const { source } = props;
  const t = useText();
  const count = errorsIn(source);
  if (source.state === 'ok' && count > 0) {
    const files = filesWithErrors(source);
    return (
      <Tag tone="warn" icon={<WarningIcon aria-hidden />}>
        {files === undefined
          ? t('documents.withErrors', { count })
          : t('documents.filesWithErrors', { count: files })}
      </Tag>
    );
  }
  const looks: Record<Source['state'], { tone: Tone; icon: JSX.Element }> = {
    pending: { tone: 'neutral', icon: <WaitIcon aria-hidden /> },
    ok: { tone: 'ok', icon: <CheckIcon aria-hidden /> },
    stale: { tone: 'warn', icon: <WarningIcon aria-hidden /> },
    failed: { tone: 'bad', icon: <ErrorIcon aria-hidden /> },
  };
  const { tone, icon } = looks[source.state];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`documents.state.${source.state}`)}
    </Tag>
  );
}
