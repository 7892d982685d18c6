import { useId, useState } from 'react';
import { Link, LinkButton } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import ClosedIcon from '@material-ui/icons/ExpandMore';
import OpenIcon from '@material-ui/icons/ExpandLess';
import type {
  EntityLink,
  LifecycleCheck,
} from '@productops/backstage-plugin-product-ops-common';
import { OutLink, safeUrl, Snippet, useEntityPath } from '../../components';
import { useText } from '../../useText';

/** How to make a check pass: the lines to write, unfolded where it stands, or the page to open. */
export function Remedy(props: { check: LifecycleCheck; entity: EntityLink }) {
  const { check, entity } = props;
  const t = useText();
  const path = useEntityPath();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { remedy } = check;
  if (!remedy) {
    return null;
  }
  const name = t('lifecycleTab.remedyOf', {
    label: remedy.label,
    check: check.title,
  });
  const to = remedy.tab ? path(entity, remedy.tab) : safeUrl(remedy.href);
  if (!remedy.yaml) {
    // Who answers is told beside the check already, with the people.
    if (!to && check.answeredBy) {
      return null;
    }
    return to ? (
      <LinkButton to={to} size="small" color="primary" aria-label={name}>
        {remedy.label}
      </LinkButton>
    ) : (
      <div>{remedy.label}</div>
    );
  }
  const file = remedy.file ?? 'catalog-info.yaml';
  return (
    <>
      <Button
        size="small"
        color="primary"
        endIcon={open ? <OpenIcon /> : <ClosedIcon />}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {remedy.label}
      </Button>
      {open && (
        <div id={id}>
          <Snippet label={t('common.addTo', { file })} text={remedy.yaml} />
          {remedy.tab ? (
            <Link to={path(entity, remedy.tab)}>
              {t(`subject.${remedy.tab}`)}
            </Link>
          ) : (
            remedy.href && (
              <OutLink url={remedy.href}>
                {t('overview.editFile', { file })}
              </OutLink>
            )
          )}
        </div>
      )}
    </>
  );
}
