import { useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import Button from '@material-ui/core/Button';
import AddIcon from '@material-ui/icons/Add';
import type {
  EntityLink,
  FeedbackPage,
} from '@productops/backstage-plugin-product-ops-common';
import { Notice, Teach, useUrlState } from '../../components';
import { useText } from '../../useText';
import { PostDialog } from './AuthorDialogs';
import { FeedbackBrowser } from './FeedbackBrowser';

/** The entity as far as its ref tells; what was read of it tells its title. */
function linkOf(entityRef: string, page?: FeedbackPage): EntityLink {
  const known = page?.items.find(({ entity }) => entity.ref === entityRef);
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return (
    known?.entity ?? {
      ref: entityRef,
      kind: kind.toLocaleLowerCase('en-US'),
      namespace,
      name,
      title: name,
      known: true,
    }
  );
}

/** What people ask of one entity; whoever may read it posts, votes and comments. */
export function EntityFeedback(props: {
  /** The full ref, in any case. */
  entityRef: string;
}) {
  const entityRef = props.entityRef.toLocaleLowerCase('en-US');
  const t = useText();
  const url = useUrlState();
  const [posting, setPosting] = useState<EntityLink>();
  const [posted, setPosted] = useState<string>();
  const postButton = (page: FeedbackPage) =>
    page.may?.post && (
      <Button
        variant="contained"
        color="primary"
        startIcon={<AddIcon />}
        aria-haspopup="dialog"
        onClick={() => setPosting(linkOf(entityRef, page))}
      >
        {t('roadmap.feedback.post')}
      </Button>
    );
  return (
    <>
      <Notice
        label={t('roadmap.feedback.what')}
        good
        onHide={() => setPosted(undefined)}
      >
        {posted && t('roadmap.feedback.posted', { title: posted })}
      </Notice>
      <FeedbackBrowser
        entityRef={entityRef}
        action={postButton}
        empty={page => (
          <>
            <Teach
              title={t('roadmap.feedback.emptyEntityTitle')}
              text={t(
                page.may?.post
                  ? 'roadmap.feedback.emptyEntity'
                  : 'roadmap.feedback.emptyEntityReader',
              )}
              lines={[]}
            />
            {postButton(page)}
          </>
        )}
      />
      {posting && (
        <PostDialog
          entity={posting}
          onClose={() => setPosting(undefined)}
          onPosted={({ id, title }) => {
            setPosted(title);
            url.patch({ feedback: id });
          }}
        />
      )}
    </>
  );
}
