import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import type {
  RoadmapFileChange,
  RoadmapImportRow,
} from '@productops/backstage-plugin-product-ops-common';
import { productOpsApiRef } from '../../api';
import { refusalOf } from '../../api/conflicts';
import { OutLink, Snippet } from '../../components';
import { useText } from '../../useText';

/** How the file would have to be changed that declares the item of a refused row. */
export function FileChange(props: {
  row: RoadmapImportRow;
  entityRef: string;
}) {
  const { row, entityRef } = props;
  const t = useText();
  const { roadmap } = useApi(productOpsApiRef);
  const [change, setChange] = useState<RoadmapFileChange>();
  const [failed, setFailed] = useState<string>();

  async function prepare() {
    setFailed(undefined);
    try {
      setChange(
        await roadmap.prepareFileChange(
          { entity: entityRef, id: row.itemId ?? '', source: 'declared' },
          { fields: row.after ?? {} },
        ),
      );
    } catch (error) {
      setFailed(refusalOf(error).message);
    }
  }

  if (!change) {
    return (
      <>
        <Button size="small" color="primary" onClick={prepare}>
          {t('roadmap.exchange.import.fileChange')}
        </Button>
        <div role="alert">
          {failed && <Typography variant="body2">{failed}</Typography>}
        </div>
      </>
    );
  }
  const { file, before, after, editUrl } = change;
  return (
    <>
      <Snippet
        label={t('roadmap.exchange.import.fileBefore', { file })}
        text={before.lines.join('\n')}
      />
      <Snippet
        label={t('roadmap.exchange.import.fileAfter', { file })}
        text={after.lines.join('\n')}
      />
      {editUrl && (
        <OutLink url={editUrl}>{t('roadmap.exchange.import.editFile')}</OutLink>
      )}
    </>
  );
}
