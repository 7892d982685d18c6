import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { EntityOwnership } from '@productops/backstage-plugin-product-ops-common';
import { EntityName, mutedInk, Panel, Timeline, When } from '../components';
import { useText } from '../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    when: { color: mutedInk(theme), fontSize: '0.82rem' },
  }),
  { name: 'ProductOpsOwnershipHistory' },
);

/** Who owned it, the latest first. */
export function OwnershipHistory(props: {
  history: EntityOwnership['history'];
}) {
  const { history } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <Panel title={t('ownershipPage.tab.history')}>
      {history.length === 0 ? (
        t('ownershipPage.tab.noHistory')
      ) : (
        <Timeline label={t('ownershipPage.tab.history')}>
          {history.map(({ at, from, to, origin }) => (
            <li key={`${at} ${from?.ref} ${to?.ref}`}>
              {origin !== 'first-seen' && (
                <>
                  {from ? (
                    <EntityName entity={from} />
                  ) : (
                    t('ownershipPage.transfers.nobody')
                  )}
                  {' → '}
                </>
              )}
              {to ? (
                <EntityName entity={to} />
              ) : (
                t('ownershipPage.transfers.nobody')
              )}
              <div className={classes.when}>
                {t(`ownershipPage.tab.origins.${origin}`)} <When value={at} />
              </div>
            </li>
          ))}
        </Timeline>
      )}
    </Panel>
  );
}
