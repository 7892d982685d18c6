import { useText } from '../../../useText';
import { itemKey } from '../itemFields';
import type { BulkFailure, BulkReport } from './bulk';

/** What was changed, and what was not and why. */
export function BulkReportText(props: { report: BulkReport }) {
  const { changed, failed } = props.report;
  const t = useText();
  const said = (why: BulkFailure) => {
    switch (why.kind) {
      case 'declared':
        return t('roadmap.editing.table.bulk.declared');
      case 'elsewhere':
        return t('roadmap.editing.table.bulk.elsewhere', {
          source: why.source,
        });
      case 'changed':
        return t('roadmap.editing.table.bulk.changedSince');
      default:
        return why.message;
    }
  };
  return (
    <>
      <div>
        {t('roadmap.editing.table.bulk.changed', { count: changed.length })}
      </div>
      {failed.length > 0 && (
        <>
          <div>
            {t('roadmap.editing.table.bulk.failed', { count: failed.length })}
          </div>
          <ul>
            {failed.map(({ item, why }) => (
              <li key={itemKey(item)}>
                {item.title}: {said(why)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
