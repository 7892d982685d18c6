import { type ReactNode, useId } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import type {
  PrepareRoadmapFileChangeBody,
  RoadmapFileChange,
} from '@productops/backstage-plugin-product-ops-common';
import { useQuery } from '@tanstack/react-query';
import { productOpsApiRef } from '../../../api';
import { refusalOf } from '../../../api/conflicts';
import { Loading, OutLink, Snippet } from '../../../components';
import { useText } from '../../../useText';

/** The lines of a file as they are, and as they should be. */
function FileChangeLines(props: { change: RoadmapFileChange }) {
  const { file, before, after } = props.change;
  const t = useText();
  return (
    <>
      {before.lines.length > 0 && (
        <Snippet
          label={t('roadmap.plan.file.before', {
            file,
            line: String(before.line),
          })}
          text={before.lines.join('\n')}
        />
      )}
      {after.lines.length > 0 && (
        <Snippet
          label={t('roadmap.plan.file.after')}
          text={after.lines.join('\n')}
        />
      )}
    </>
  );
}

/** The dialog about the change of a file, which tells the change as soon as it is known. */
export function FileDialog(props: {
  title: string;
  change: RoadmapFileChange | undefined;
  /** What stands there in its place. */
  children?: ReactNode;
  onClose: () => void;
}) {
  const { title, change, children, onClose } = props;
  const t = useText();
  const titleId = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={titleId}
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id={titleId}>
        {t('roadmap.plan.file.title', { title })}
      </DialogTitle>
      <DialogContent>
        <Typography paragraph>
          {t('roadmap.plan.file.text', {
            file: change?.file ?? t('roadmap.plan.file.itsFile'),
          })}
        </Typography>
        {children}
        {change && <FileChangeLines change={change} />}
      </DialogContent>
      <DialogActions>
        {change?.editUrl && (
          <OutLink url={change.editUrl}>
            {t('roadmap.plan.file.edit', { file: change.file })}
          </OutLink>
        )}
        <Button color="primary" onClick={onClose}>
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** What of an item of a file is to be changed there: the portal writes no files. */
export function FileChangeDialog(props: {
  entityRef: string;
  itemId: string;
  title: string;
  fields: PrepareRoadmapFileChangeBody['fields'];
  onClose: () => void;
}) {
  const { entityRef, itemId, title, fields, onClose } = props;
  const t = useText();
  const api = useApi(productOpsApiRef);
  const { data, error } = useQuery({
    queryKey: ['file-change', entityRef, itemId, fields],
    queryFn: ({ signal }) =>
      api.roadmap.prepareFileChange(
        { entity: entityRef, id: itemId, source: 'declared' },
        { fields },
        { signal },
      ),
    // The file may be another one each time that somebody asks.
    gcTime: 0,
    retry: false,
  });
  return (
    <FileDialog title={title} change={data} onClose={onClose}>
      {error && (
        <Typography role="alert">{refusalOf(error).message}</Typography>
      )}
      {!data && !error && (
        <Loading what={t('roadmap.plan.file.what')} rows={[60]} />
      )}
    </FileDialog>
  );
}
