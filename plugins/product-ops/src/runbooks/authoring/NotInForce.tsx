import { useState } from 'react';
import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import type { WrittenRunbook } from '@productops/backstage-plugin-product-ops-common';
import { useChangeRunbook, useWrittenRunbooks } from '../../api/authoringHooks';
import { refusalOf } from '../../api/conflicts';
import {
  Lines,
  Muted,
  Pager,
  Panel,
  Tag,
  useUrlState,
  When,
} from '../../components';
import { useText } from '../../useText';

/** What is written and not in force, and whether the caller may write. */
export function useNotInForce(entityRef: string) {
  const cursor = useUrlState().get('written');
  return useWrittenRunbooks(entityRef, {
    limit: 10,
    state: ['overruled', 'removed'],
    ...(cursor && { cursor }),
  });
}

function Line(props: {
  entityRef: string;
  written: WrittenRunbook;
  may: boolean;
}) {
  const { entityRef, written, may } = props;
  const { id, title, state, by, at, version } = written;
  const t = useText();
  const url = useUrlState();
  const change = useChangeRunbook(entityRef, id);
  const [refusal, setRefusal] = useState<string>();

  async function bringBack() {
    setRefusal(undefined);
    try {
      await change.mutateAsync({ version, removed: false });
    } catch (error) {
      setRefusal(refusalOf(error).message);
    }
  }

  return (
    <li>
      <Link to={url.hrefWith({ versions: id })}>{title}</Link>{' '}
      <Tag>{t(`runbooks.authoring.states.${state}`)}</Tag>{' '}
      <Muted>
        {by.title}, <When value={at} />
      </Muted>{' '}
      {may && state === 'removed' && (
        <Button
          size="small"
          variant="outlined"
          style={{ textTransform: 'none' }}
          disabled={change.isPending}
          onClick={bringBack}
        >
          {t('runbooks.authoring.bringBack')}
        </Button>
      )}
      <div role="alert">
        {refusal && `${t('runbooks.authoring.failed')}: ${refusal}`}
      </div>
    </li>
  );
}

/** The runbooks of an entity that are written in the portal and not in force, kept with their versions. */
export function NotInForce(props: { entityRef: string }) {
  const { entityRef } = props;
  const t = useText();
  const url = useUrlState();
  const { data } = useNotInForce(entityRef);
  if (!data?.totalItems) {
    return null;
  }
  return (
    <Panel title={t('runbooks.authoring.notIn')} count={data.totalItems}>
      <Muted>{t('runbooks.authoring.notInText')}</Muted>
      <Lines label={t('runbooks.authoring.notIn')}>
        {data.items.map(written => (
          <Line
            key={written.id}
            entityRef={entityRef}
            written={written}
            may={data.may.author}
          />
        ))}
      </Lines>
      <Pager
        pageInfo={data.pageInfo}
        onCursor={next => url.patch({ written: next })}
      />
    </Panel>
  );
}
