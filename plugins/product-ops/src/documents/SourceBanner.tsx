import type { Source } from '@productops/backstage-plugin-product-ops-common';
import { OutLink, When } from '../components';
import { useText } from '../useText';
import { Banner } from './Banner';
import { ErrorList } from './ErrorList';
import { errorsIn } from './SourceTag';

/** What is wrong with a declared file, above what is shown of it; nothing when all is well. */
export function SourceBanner(props: { source: Source }) {
  const { source } = props;
  const t = useText();
  const count = errorsIn(source);
  if (source.state === 'ok' && count === 0) {
    return null;
  }
  const file = source.target;
  if (source.state === 'pending') {
    return (
      <Banner state="pending">{t('documents.pendingBanner', { file })}</Banner>
    );
  }
  return (
    <Banner
      state={source.state}
      title={
        <>
          {source.state === 'failed' && t('documents.failedBanner', { file })}
          {source.state === 'ok' && t('documents.partBanner', { file, count })}
          {source.state === 'stale' && t('documents.staleBanner', { file })}
          {source.state === 'stale' && source.goodAt && (
            <>
              {', '}
              {t('documents.read')} <When value={source.goodAt} />
            </>
          )}
          .
        </>
      }
    >
      <ErrorList errors={source.errors} total={count} />
      {source.editUrl && (
        <OutLink url={source.editUrl}>{t('common.edit')}</OutLink>
      )}
    </Banner>
  );
}
