import { useTheme } from '@material-ui/core/styles';
import { useApi, errorApiRef } from '@backstage/core-plugin-api';
import type { OwnershipGraph } from '@productops/backstage-plugin-product-ops-common';
import { download, FilterButton, Toolbar } from '../../components';
import { useText } from '../../useText';
import { toCsv, toSvg } from './exporting';
import { GraphSearch } from './GraphSearch';
import { LENSES } from './lens';
import { MenuButton } from './MenuButton';
import { toPng } from './toPng';
import { type GraphState, ROLES, TIERS } from './useGraphState';

const KINDS = ['product', 'component', 'api', 'resource', 'system', 'domain'];
const NONE = 'none';

/** The values of a filter; those of one's own configuration are known from what is shown by that lens. */
function withShown(
  known: { value: string; label: string }[],
  graph: OwnershipGraph | undefined,
) {
  const shown = graph?.nodes[0]?.distribution ?? [];
  return [
    ...known,
    ...shown
      .filter(({ value }) => !known.some(option => option.value === value))
      .map(({ value, title }) => ({ value, label: title })),
  ];
}

/** Takes along what is shown. */
export function ExportButton(props: {
  graph: OwnershipGraph;
  state: GraphState;
}) {
  const { graph } = props;
  const { lens } = props.state;
  const theme = useTheme();
  const t = useText();
  const errors = useApi(errorApiRef);
  const save = async (format: 'svg' | 'png' | 'csv') => {
    if (format === 'csv') {
      download(
        new Blob([toCsv(graph, t)], { type: 'text/csv;charset=utf-8' }),
        'ownership.csv',
      );
      return;
    }
    const picture = toSvg({ graph, lens, theme, t });
    if (format === 'svg') {
      download(
        new Blob([picture.svg], { type: 'image/svg+xml' }),
        'ownership.svg',
      );
      return;
    }
    try {
      download(await toPng(picture), 'ownership.png');
    } catch (error) {
      errors.post(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return (
    <MenuButton
      label={t('ownershipPage.graph.export.label')}
      options={(['svg', 'png', 'csv'] as const).map(value => ({
        value,
        label: t(`ownershipPage.graph.export.${value}`),
      }))}
      onChoose={save}
    />
  );
}

/** Find, how to look at it, show only; all but the search in the address. */
export function GraphToolbar(props: {
  state: GraphState;
  graph: OwnershipGraph | undefined;
}) {
  const { state, graph } = props;
  const { lens, role, patch } = state;
  const t = useText();
  const none = t('ownershipPage.graph.filter.none');
  return (
    <Toolbar
      onClear={state.filtered ? state.clear : undefined}
      label={t('common.filters')}
    >
      <GraphSearch state={state} />
      <MenuButton
        label={t('ownershipPage.graph.lens.label', {
          lens: t(`ownershipPage.graph.lens.${lens}`),
        })}
        value={lens}
        options={LENSES.filter(
          value => !graph || graph.lenses.includes(value),
        ).map(value => ({
          value,
          label: t(`ownershipPage.graph.lens.${value}`),
        }))}
        onChoose={value =>
          patch({ lens: value === 'stage' ? undefined : value })
        }
      />
      <MenuButton
        label={t('ownershipPage.graph.role.label', {
          role: t(`ownershipPage.graph.role.${role}`),
        })}
        value={role}
        options={ROLES.map(value => ({
          value,
          label: t(`ownershipPage.graph.role.${value}`),
        }))}
        onChoose={value =>
          patch({ role: value === 'owner' ? undefined : value })
        }
      />
      <FilterButton
        label={t('ownershipPage.graph.filter.kind')}
        options={withShown(
          KINDS.map(value => ({ value, label: value })),
          lens === 'kind' ? graph : undefined,
        )}
        selected={state.kind}
        onChange={kind => patch({ kind })}
      />
      <FilterButton
        label={t('ownershipPage.graph.filter.type')}
        options={(graph?.types ?? []).map(({ value, title, count }) => ({
          value,
          label: title,
          count,
        }))}
        selected={state.type}
        onChange={type => patch({ type })}
      />
      <FilterButton
        label={t('ownershipPage.graph.filter.stage')}
        options={(graph?.stages ?? []).map(({ value, title, count }) => ({
          value,
          label: title,
          count,
        }))}
        selected={state.stage}
        onChange={stage => patch({ stage })}
      />
      <FilterButton
        label={t('ownershipPage.graph.filter.tier')}
        options={TIERS.map(value => ({
          value,
          label:
            value === NONE
              ? none
              : t('ownershipPage.graph.node.tier', { tier: value }),
        }))}
        selected={state.tier}
        onChange={tier => patch({ tier })}
      />
    </Toolbar>
  );
}
