import type { Source } from '@productops/backstage-plugin-product-ops-common';
import { Teach } from '../components';
import { RUNBOOK_LINES, RUNBOOKS_ANNOTATION_LINES } from '../documents';
import { useText } from '../useText';
import { WriteHere } from './authoring/WriteHere';

const FIRST_FILE = 'fail-over.md';

/** How to write a runbook: the annotation and a file, or only the file where the folder is there. */
export function RunbookTeaching(props: {
  /** Whose runbook may be written here. */ entityRef?: string;
  source?: Source;
}) {
  const { entityRef, source } = props;
  const t = useText();
  const folder = source?.target.replace(/\/*$/, '/') ?? 'runbooks/';
  const file = {
    label: t('common.createFile', { file: `${folder}${FIRST_FILE}` }),
    text: RUNBOOK_LINES,
  };
  return (
    <Teach
      title={t('runbooks.emptyTitle')}
      text={t(source ? 'runbooks.emptyFolder' : 'runbooks.empty')}
      action={entityRef && <WriteHere entityRef={entityRef} explained />}
      lines={
        source
          ? [file]
          : [
              {
                label: t('common.addTo', { file: 'catalog-info.yaml' }),
                text: RUNBOOKS_ANNOTATION_LINES,
              },
              file,
            ]
      }
    />
  );
}
