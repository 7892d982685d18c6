import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import Snackbar from '@material-ui/core/Snackbar';
import ShareIcon from '@material-ui/icons/Share';
import type { ExportRoadmapsCsvQuery } from '@productops/backstage-plugin-product-ops-common';
import { productOpsApiRef } from '../../api';
import { refusalOf } from '../../api/conflicts';
import { copyText, download, MenuButton, useUrlState } from '../../components';
import { useText } from '../../useText';
import { FeedsDialog } from './FeedsDialog';
import { ImportDialog } from './ImportDialog';
import { PrintView } from './PrintView';

const SAID_MS = 6_000;

/** What of the roadmaps is shared. */
export interface SharedRoadmap {
  /** The full ref of an entity, for its roadmap alone; roadmaps of many when absent. */
  entityRef?: string;
  /** The filters that the page has now. */
  query?: ExportRoadmapsCsvQuery;
  /** What the entity is called, for its printed page. */
  title?: string;
}

/** Takes a roadmap along: its link, CSV out and in, calendar feeds, and paper. */
export function ShareMenu(props: SharedRoadmap) {
  const { entityRef, query, title } = props;
  const t = useText();
  const url = useUrlState();
  const { exchange } = useApi(productOpsApiRef);
  const [dialog, setDialog] = useState<'import' | 'feeds'>();
  const [told, setTold] = useState<string>();

  async function exportCsv() {
    try {
      const text = entityRef
        ? await exchange.exportCsv(entityRef, filtersOf(query))
        : await exchange.exportAllCsv(query);
      const name = entityRef?.split('/')[1] ?? 'roadmaps';
      download(
        new Blob([text.startsWith('\uFEFF') ? text : `\uFEFF${text}`], {
          type: 'text/csv;charset=utf-8',
        }),
        `${name}-roadmap.csv`,
      );
      setTold(t('roadmap.exchange.exported'));
    } catch (error) {
      setTold(
        t('roadmap.exchange.exportFailed', {
          reason: refusalOf(error).message,
        }),
      );
    }
  }

  return (
    <div>
      <MenuButton
        label={t('roadmap.exchange.share')}
        icon={<ShareIcon aria-hidden />}
      >
        {close => {
          const then = (action: () => void) => () => {
            close();
            action();
          };
          return [
            <MenuItem
              key="link"
              onClick={then(async () => {
                await copyText(window.location.href);
                setTold(t('roadmap.exchange.linkCopied'));
              })}
            >
              {t('roadmap.exchange.copyLink')}
            </MenuItem>,
            <MenuItem key="export" onClick={then(exportCsv)}>
              {t('roadmap.exchange.exportCsv')}
            </MenuItem>,
            <MenuItem key="import" onClick={then(() => setDialog('import'))}>
              {t('roadmap.exchange.importCsv')}
            </MenuItem>,
            <MenuItem key="feeds" onClick={then(() => setDialog('feeds'))}>
              {t('roadmap.exchange.feeds')}
            </MenuItem>,
            <MenuItem
              key="print"
              onClick={then(() => url.patch({ print: '1' }))}
            >
              {t('roadmap.exchange.print')}
            </MenuItem>,
          ];
        }}
      </MenuButton>
      {dialog === 'import' && (
        <ImportDialog
          entityRef={entityRef}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'feeds' && (
        <FeedsDialog
          entityRef={entityRef ?? onlyOf(query?.team)}
          onClose={() => setDialog(undefined)}
        />
      )}
      {url.get('print') === '1' && (
        <PrintView
          entityRef={entityRef}
          query={query}
          title={title}
          onClose={() => url.patch({ print: undefined })}
        />
      )}
      <Snackbar
        open={Boolean(told)}
        autoHideDuration={SAID_MS}
        message={told}
        onClose={() => setTold(undefined)}
      />
    </div>
  );
}

function onlyOf(values: readonly string[] | undefined): string | undefined {
  return values?.length === 1 && values[0] !== 'none' ? values[0] : undefined;
}

/** The filters that one roadmap has, too. */
function filtersOf(query: ExportRoadmapsCsvQuery | undefined) {
  const { status, horizon, category, source, q } = query ?? {};
  return {
    ...(status && { status }),
    ...(horizon && { horizon }),
    ...(category && { category }),
    ...(source && { source }),
    ...(q && { q }),
  };
}
