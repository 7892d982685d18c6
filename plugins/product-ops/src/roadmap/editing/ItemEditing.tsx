import { type ReactNode, useState } from 'react';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  type ItemFields,
  type ItemPatch,
  type RoadmapItem,
  type RoadmapMay,
  type ScoreMethod,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import { productOpsApiRef } from '../../api';
import { useAskAgain } from '../../api/rooms';
import { Notice } from '../../components';
import { useText } from '../../useText';
import { type Conflict, ConflictDialog } from './ConflictDialog';
import { ItemDialog } from './form/ItemDialog';
import { PrepareChangeDialog } from './PrepareChangeDialog';
import { currentItem, itemKey } from './itemFields';
import {
  type Editing,
  EditingContext,
  MAY_NOTHING,
  type Saved,
  type Told,
} from './useEditing';

const useStyles = makeStyles(
  (theme: Theme) => ({
    told: {
      position: 'fixed',
      zIndex: theme.zIndex.snackbar,
      bottom: theme.spacing(1),
      left: 0,
      right: 0,
      margin: '0 auto',
      width: 'fit-content',
      maxWidth: 'min(640px, 94vw)',
      '& [role=status] > div': {
        boxShadow: theme.shadows[6],
        maxHeight: '50vh',
        overflowY: 'auto',
      },
      '& ul': { margin: 0, paddingLeft: theme.spacing(2.25) },
    },
  }),
  { name: 'ProductOpsItemEditing' },
);

type Asked =
  | { type: 'create'; fields?: Partial<ItemFields> }
  | { type: 'edit'; item: RoadmapItem }
  | { type: 'prepare'; item: RoadmapItem; fields?: ItemPatch };

/** How items are scored, by configuration. */
export function useScoreMethod(): ScoreMethod {
  const configured = useApi(configApiRef).getOptionalString(
    'productOps.roadmap.scoring',
  );
  return configured === 'wsjf' ? 'wsjf' : 'rice';
}

/** All that edits items of one roadmap: it shows the dialogs, tells what became of it, and lets nothing be overwritten unseen. */
export function ItemEditing(props: {
  entityRef: string;
  may: RoadmapMay | undefined;
  items: readonly RoadmapItem[];
  categories: readonly string[];
  onOpen: (item: Pick<RoadmapItem, 'id' | 'source'>) => void;
  children: ReactNode;
}) {
  const { entityRef, may = MAY_NOTHING, items, categories, onOpen } = props;
  const classes = useStyles();
  const t = useText();
  const api = useApi(productOpsApiRef);
  const method = useScoreMethod();
  const lookAgain = useAskAgain('roadmap');
  const [asked, setAsked] = useState<Asked>();
  const [conflict, setConflict] = useState<Conflict>();
  const [told, setTold] = useState<Told>();

  async function attempt(
    item: RoadmapItem,
    patch: ItemPatch,
    base: RoadmapItem = item,
  ): Promise<Saved> {
    const { id, source, version } = item;
    try {
      const saved = await api.roadmap.patchItem(
        { entity: entityRef, id, source },
        { version, fields: { ...patch } },
      );
      return { ok: true, item: saved };
    } catch (error) {
      const theirs = currentItem(error);
      if (!theirs) {
        return { ok: false, message: refusalOf(error).message };
      }
      return new Promise(resolve =>
        setConflict({
          base,
          mine: patch,
          theirs,
          onChosen: async kept => {
            setConflict(undefined);
            // Their version has been seen now; the next one who is faster is shown again.
            resolve(
              kept ? await attempt(theirs, kept) : { ok: true, item: theirs },
            );
          },
          onClose: () => {
            setConflict(undefined);
            resolve({ ok: false });
          },
        }),
      );
    }
  }

  const editing: Editing = {
    entityRef,
    may,
    items,
    categories,
    method,
    save: async (item, patch) => {
      const saved = await attempt(item, patch);
      await lookAgain();
      return saved;
    },
    undo: async (item, change = item.version) => {
      const { id, source, version } = item;
      try {
        const undone = await api.roadmap.actOnItem(
          { entity: entityRef, id, source },
          { type: 'undo', version, change },
        );
        return { ok: true, item: undone };
      } catch (error) {
        return { ok: false, message: refusalOf(error).message };
      } finally {
        await lookAgain();
      }
    },
    create: fields => setAsked({ type: 'create', fields }),
    edit: item => setAsked({ type: 'edit', item }),
    prepare: (item, fields) => setAsked({ type: 'prepare', item, fields }),
    open: onOpen,
    tell: setTold,
  };

  async function undoLast() {
    if (!told?.undo) {
      return;
    }
    const { title } = told.undo;
    const undone = await editing.undo(told.undo);
    setTold({
      good: undone.ok,
      text: undone.ok
        ? t('roadmap.editing.undone', { title })
        : t('roadmap.editing.failed', { title, why: undone.message ?? '' }),
    });
  }

  const close = () => setAsked(undefined);
  return (
    <EditingContext.Provider value={editing}>
      {/* It lies over the page, so that what one works at does not move. */}
      <div className={classes.told}>
        <Notice
          label={t('roadmap.editing.told')}
          good={told?.good ?? true}
          onHide={() => setTold(undefined)}
        >
          {told && (
            <>
              {told.text}{' '}
              {told.undo && (
                <Button size="small" color="inherit" onClick={undoLast}>
                  <u>{t('roadmap.editing.undo')}</u>
                </Button>
              )}
            </>
          )}
        </Notice>
      </div>
      {props.children}
      {asked?.type === 'create' && (
        <ItemDialog fields={asked.fields} onClose={close} />
      )}
      {asked?.type === 'edit' && (
        <ItemDialog
          key={itemKey(asked.item)}
          item={asked.item}
          onClose={close}
        />
      )}
      {asked?.type === 'prepare' && (
        <PrepareChangeDialog
          key={itemKey(asked.item)}
          item={asked.item}
          fields={asked.fields}
          onClose={close}
        />
      )}
      {conflict && (
        <ConflictDialog key={conflict.theirs.version} conflict={conflict} />
      )}
    </EditingContext.Provider>
  );
}
