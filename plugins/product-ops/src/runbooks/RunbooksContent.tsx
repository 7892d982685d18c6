import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useUrlState } from '../components';
import { RunbookLibrary, type RunbooksSettings } from './RunbookLibrary';
import { RunbookReader } from './RunbookReader';

/** An entity's runbooks: the library, or the one that the address names. */
export function RunbooksContent(props: RunbooksSettings) {
  const { entity } = useEntity();
  const url = useUrlState();
  const entityRef = stringifyEntityRef(entity);
  const id = url.get('runbook');
  return id ? (
    <RunbookReader key={id} entityRef={entityRef} id={id} />
  ) : (
    <RunbookLibrary entityRef={entityRef} {...props} />
  );
}
