import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles, type Theme, useTheme } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import GapIcon from '@material-ui/icons/ReportProblemOutlined';
import type {
  OwnershipGapRule,
  OwnershipNode,
} from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  line,
  mutedInk,
  Panel,
  Tag,
  toneColors,
} from '../../components';
import { StageTag } from '../../lifecycle';
import { TierTag } from '../../overview/TierTag';
import { useText } from '../../useText';
import { shareColor } from './colors';
import { useTypeName } from './NodeIcon';
import { Dependencies, TeamDetails } from './TeamDetails';
import { Swatch } from './Swatch';
import type { GraphState } from './useGraphState';

const useStyles = makeStyles(
  (theme: Theme) => ({
    about: {
      color: mutedInk(theme),
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1),
      alignItems: 'center',
    },
    facts: {
      width: '100%',
      borderCollapse: 'collapse',
      margin: theme.spacing(1.5, 0),
      '& th, & td': {
        padding: theme.spacing(0.6, 0.5),
        borderBottom: `1px solid ${line(theme)}`,
        textAlign: 'left',
        fontWeight: 400,
      },
      '& td': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
    },
    missing: {
      color: toneColors(theme, 'bad').ink,
      margin: 0,
      paddingLeft: theme.spacing(2.5),
    },
  }),
  { name: 'ProductOpsOwnershipDetails' },
);

/** What is behind a box: the chosen one, or the root where none is. */
export function NodeDetails(props: { node: OwnershipNode; state: GraphState }) {
  const { node, state } = props;
  const { lens, root, startFrom } = state;
  const classes = useStyles();
  const theme = useTheme();
  const t = useText();
  const typeName = useTypeName();
  const { entity, counts, direct } = node;
  // Two roles that nobody holds are two gaps of one rule.
  const timesOf = (rule: OwnershipGapRule) =>
    node.gaps?.filter(other => other === rule).length ?? 0;
  const facts = [
    { name: t('ownershipPage.graph.details.entities'), count: counts.entities },
    ...(direct === undefined
      ? []
      : [{ name: t('ownershipPage.graph.details.direct'), count: direct }]),
  ];
  return (
    <Panel
      title={node.title}
      action={
        state.selected === node.id && (
          <IconButton
            size="small"
            aria-label={t('ownershipPage.graph.details.close')}
            title={t('ownershipPage.graph.details.close')}
            onClick={() => state.select(undefined)}
          >
            <CloseIcon fontSize="small" />
          </IconButton>
        )
      }
    >
      <div className={classes.about}>
        <span>{typeName(node)}</span>
        {entity && <EntityName entity={entity} />}
        {node.stage && <StageTag stage={node.stage} />}
        {node.tier && <TierTag tier={node.tier} short />}
      </div>
      <table className={classes.facts}>
        <tbody>
          {facts.map(({ name, count }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{count.toLocaleString()}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('ownershipPage.graph.details.gaps')}</th>
            <td>
              {counts.gaps > 0 ? (
                <Tag tone="bad" icon={<GapIcon aria-hidden />}>
                  {counts.gaps.toLocaleString()}
                </Tag>
              ) : (
                0
              )}
            </td>
          </tr>
          {lens !== 'gaps' &&
            node.distribution.map(share => (
              <tr key={share.value}>
                <th scope="row">
                  <Swatch color={shareColor(theme, lens, share)} />
                  {share.title}
                </th>
                <td>{share.count.toLocaleString()}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {node.gaps && node.gaps.length > 0 && (
        <ul
          className={classes.missing}
          aria-label={t('ownershipPage.graph.details.ownGaps')}
        >
          {[...new Set(node.gaps)].map(rule => (
            <li key={rule}>
              {t(`ownershipPage.graph.rules.${rule}`)}
              {timesOf(rule) > 1 && ` (${timesOf(rule)})`}
            </li>
          ))}
        </ul>
      )}
      {entity?.known && root !== entity.ref && node.children > 0 && (
        <Button
          variant="outlined"
          size="small"
          color="primary"
          onClick={() => startFrom(entity.ref)}
        >
          {t('ownershipPage.graph.details.root')}
        </Button>
      )}
      {entity && node.type === 'team' && (
        <TeamDetails key={entity.ref} team={entity.ref} />
      )}
      {entity && (node.type === 'team' || node.type === 'person') && (
        <Dependencies key={`${entity.ref} dependencies`} of={entity.ref} />
      )}
    </Panel>
  );
}
