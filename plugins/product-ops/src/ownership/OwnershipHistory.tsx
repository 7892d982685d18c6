import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { EntityOwnership } from '@productops/backstage-plugin-product-ops-common';
import { EntityName, line, mutedInk, Panel, When } from '../components';
import { useText } from '../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      fontSize: '0.9rem',
      '& > li': {
        position: 'relative',
        padding: theme.spacing(0, 0, 1.5, 2.5),
        borderLeft: `2px solid ${line(theme)}`,
        marginLeft: 5,
        overflowWrap: 'anywhere',
        '&::before': {
          content: '""',
          position: 'absolute',
          left: -6,
          top: 5,
          width: 10,
          height: 10,
          borderRadius: '50%',
          background: theme.palette.background.paper,
          border: `2px solid ${mutedInk(theme)}`,
          boxSizing: 'border-box',
        },
        '&:last-child': { borderLeftColor: 'transparent', paddingBottom: 0 },
      },
    },
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
        <ol
          className={classes.list}
          aria-label={t('ownershipPage.tab.history')}
        >
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
        </ol>
      )}
    </Panel>
  );
}
