import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  RUNBOOK_TEMPLATES,
  type RunbookType,
} from '@productops/backstage-plugin-product-ops-common';
import { useWrittenRunbook } from '../../api/authoringHooks';
import { Missing, NotFound, useUrlState } from '../../components';
import { useText } from '../../useText';
import { Editor } from './Editor';

const TYPES = Object.keys(RUNBOOK_TEMPLATES) as RunbookType[];

/** The text that a new runbook begins with: the template, with the alert that it is to answer. */
function templateOf(type: RunbookType, alert: string | undefined): string {
  const template = RUNBOOK_TEMPLATES[type];
  return alert
    ? // By a function: within a text, `$&` would stand for something else.
      template.replace('alerts: []', () => `alerts: [${JSON.stringify(alert)}]`)
    : template;
}

/** Writes a runbook of the entity, or changes one that is written in the portal. */
export function EditorPage(props: { entityRef: string; id?: string }) {
  const { entityRef, id } = props;
  const t = useText();
  const url = useUrlState();
  const { entity } = useEntity();
  const { data, error, refetch, isFetchedAfterMount } = useWrittenRunbook(
    entityRef,
    id ?? '',
    { enabled: id !== undefined, anew: true },
  );
  const leave = {
    edit: undefined,
    new: undefined,
    alert: undefined,
    show: undefined,
  };
  const back = (
    <p>
      <Link to={url.hrefWith({ ...leave, runbook: id })}>
        {t('runbooks.authoring.editor.back')}
      </Link>
    </p>
  );
  const entityOwned = Boolean(
    entity.relations?.some(({ type }) => type === RELATION_OWNED_BY),
  );
  const onSaved = (runbook: string) => url.patch({ ...leave, runbook });
  if (id === undefined) {
    const type = TYPES.find(one => one === url.get('new')) ?? 'incident';
    return (
      <>
        {back}
        <Editor
          key={type}
          entityRef={entityRef}
          title={t('runbooks.authoring.editor.newTitle')}
          saved={{ text: templateOf(type, url.get('alert')) }}
          entityOwned={entityOwned}
          onSaved={onSaved}
        />
      </>
    );
  }
  if (data === null) {
    return (
      <NotFound
        title={t('runbooks.authoring.editor.gone')}
        text={t('runbooks.authoring.editor.goneText')}
        action={back}
      />
    );
  }
  // Who begins with an old text would be told so only when it is saved.
  if (!data || !isFetchedAfterMount) {
    return (
      <>
        {back}
        <Missing
          error={error}
          onRetry={refetch}
          what={t('runbooks.authoring.what')}
          rows={[40, 400]}
        />
      </>
    );
  }
  return (
    <>
      {back}
      {!data.may.author && (
        <p role="note">{t('runbooks.authoring.editor.mayNot')}</p>
      )}
      <Editor
        key={id}
        entityRef={entityRef}
        id={id}
        title={t('runbooks.authoring.editor.editTitle', { title: data.title })}
        saved={{ text: data.text, base: data.version }}
        entityOwned={entityOwned}
        onSaved={onSaved}
      />
    </>
  );
}
