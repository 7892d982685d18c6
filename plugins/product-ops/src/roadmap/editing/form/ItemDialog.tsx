import { type ReactNode, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  diffFields,
  type ItemFields,
  type ItemPatch,
  patchFields,
  type RoadmapItem,
  validateItemFields,
  validateItemPatch,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../../api/conflicts';
import { productOpsApiRef } from '../../../api';
import { useRoadmapItem } from '../../../api/roadmapHooks';
import { useAskAgain } from '../../../api/rooms';
import { useRequestKey } from '../../../api/useRequestKey';
import { FormDialog, Loading } from '../../../components';
import { useText } from '../../../useText';
import { fieldsOfItem } from '../itemFields';
import { useEditing } from '../useEditing';
import {
  draftOf,
  fieldsOfDraft,
  type ItemDraft,
  problemsByField,
} from './itemDraft';
import { ItemForm } from './ItemForm';

/** Asks for the fields of a new item, or for changes of one; what was typed stays until it is saved. */
export function ItemDialog(props: {
  item?: RoadmapItem;
  /** What a new item is to begin with. */
  fields?: Partial<ItemFields>;
  onClose: () => void;
}) {
  const { item, onClose } = props;
  const { entityRef } = useEditing();
  const t = useText();
  // A list does not hold all that is known of an item.
  const { data, error } = useRoadmapItem(
    { entity: entityRef, id: item?.id ?? '', source: item?.source },
    item !== undefined,
  );
  // What one sees first is what one changes, whatever others do meanwhile.
  const seen = useRef<RoadmapItem>();
  seen.current ??= data;
  if (!item) {
    return <NewItem fields={props.fields} onClose={onClose} />;
  }
  if (!seen.current) {
    return (
      <FormDialog
        title={t('roadmap.editing.edit.title', { title: item.title })}
        text={error?.message ?? <Loading what={t('roadmap.editing.what')} />}
        submit={t('roadmap.editing.edit.submit')}
        complete={false}
        onClose={onClose}
        onSubmit={async () => undefined}
      >
        {null}
      </FormDialog>
    );
  }
  return <ChangedItem item={seen.current} onClose={onClose} />;
}

function NewItem(props: { fields?: Partial<ItemFields>; onClose: () => void }) {
  const { entityRef, categories, tell, open } = useEditing();
  const t = useText();
  const api = useApi(productOpsApiRef);
  const lookAgain = useAskAgain('roadmap');
  const keyOf = useRequestKey();

  async function create(draft: ItemDraft): Promise<Outcome> {
    const given = Object.fromEntries(
      Object.entries(fieldsOfDraft(draft)).filter(
        ([, value]) => value !== null && value !== '',
      ),
    );
    const read = validateItemFields(given, { categories, entityRef });
    if (!read.ok) {
      return { problems: problemsByField(read.problems) };
    }
    const fields = { ...read.fields };
    try {
      const made = await api.roadmap.createItem(
        entityRef,
        { fields },
        { key: keyOf(fields) },
      );
      tell({
        good: true,
        text: t('roadmap.editing.create.done', { title: made.title }),
      });
      await lookAgain();
      open(made);
      return undefined;
    } catch (error) {
      return { failure: refusalOf(error).message };
    }
  }
  return (
    <Form
      title={t('roadmap.editing.create.title')}
      text={t('roadmap.editing.create.text')}
      submit={t('roadmap.editing.create.submit')}
      start={draftOf(props.fields ?? {})}
      onClose={props.onClose}
      onSave={create}
    />
  );
}

function ChangedItem(props: { item: RoadmapItem; onClose: () => void }) {
  const { item, onClose } = props;
  const { entityRef, categories, save, tell } = useEditing();
  const t = useText();
  const base = fieldsOfItem(item);

  async function change(draft: ItemDraft): Promise<Outcome> {
    const asked = diffFields(
      base,
      patchFields(base, fieldsOfDraft(draft) as ItemPatch),
    );
    if (Object.keys(asked.after).length === 0) {
      return undefined;
    }
    const read = validateItemPatch(asked.after, base, {
      categories,
      entityRef,
      itemId: item.id,
    });
    if (!read.ok) {
      return { problems: problemsByField(read.problems) };
    }
    const { after } = diffFields(base, patchFields(base, read.fields));
    const saved = await save(item, after);
    if (!saved.ok) {
      return { failure: saved.message ?? t('roadmap.editing.edit.kept') };
    }
    tell({
      good: true,
      text: t('roadmap.editing.edit.done', { title: saved.item.title }),
      ...(saved.item.version > item.version && { undo: saved.item }),
    });
    return undefined;
  }
  return (
    <Form
      title={t('roadmap.editing.edit.title', { title: item.title })}
      text={t('roadmap.editing.edit.text')}
      submit={t('roadmap.editing.edit.submit')}
      start={draftOf(base)}
      onClose={onClose}
      onSave={change}
    />
  );
}

/** What stands in the way; nothing when it is done. */
type Outcome =
  | { problems: Record<string, string> }
  | { failure: string }
  | undefined;

function Form(props: {
  title: string;
  text: ReactNode;
  submit: string;
  start: ItemDraft;
  onClose: () => void;
  onSave: (draft: ItemDraft) => Promise<Outcome>;
}) {
  const { start, onSave, ...dialog } = props;
  const t = useText();
  const [draft, setDraft] = useState(start);
  const [problems, setProblems] = useState<Record<string, string>>({});
  return (
    <FormDialog
      {...dialog}
      onSubmit={async () => {
        const outcome = await onSave(draft);
        setProblems(outcome && 'problems' in outcome ? outcome.problems : {});
        if (!outcome) {
          return undefined;
        }
        return 'problems' in outcome
          ? t('roadmap.editing.form.problems', {
              count: Object.keys(outcome.problems).length,
            })
          : outcome.failure;
      }}
    >
      <ItemForm draft={draft} problems={problems} onChange={setDraft} />
    </FormDialog>
  );
}
