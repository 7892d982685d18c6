import type {
  OwnershipGraph,
  OwnershipLens,
} from '@productops/backstage-plugin-product-ops-common';
import type { Theme } from '@material-ui/core/styles';
import { line, mutedInk } from '../../components';
import type { Text } from '../../useText';
import { nodeColor, shareColor } from './colors';
import { BOX, boundsOf, layoutTree, leadsTo } from './layout';
import { boxLine, distributionText, nodeTitle } from './lens';
import { relativeSizes, sizeFill } from './sizes';
import { treeRows } from './treeRows';

const MARGIN = 24;

/** A field that no spreadsheet takes for a formula, nor for two. */
function csvField(value: string | number): string {
  const text = String(value);
  const safe =
    typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** What is shown, a line for each node in the order of the tree; `level` counts from 1. */
export function toCsv(graph: OwnershipGraph, t: Text): string {
  const lines: (string | number)[][] = [
    [
      'level',
      'name',
      'type',
      'ref',
      'entities',
      'direct',
      'gaps',
      'distribution',
    ],
    ...treeRows(graph.nodes, graph.root).map(({ node, level }) => [
      level,
      nodeTitle(node, t),
      node.type,
      node.entity?.ref ?? '',
      node.counts.entities,
      node.direct ?? '',
      node.counts.gaps,
      distributionText(node.distribution),
    ]),
  ];
  return `${lines
    .map(fields => fields.map(csvField).join(','))
    .join('\r\n')}\r\n`;
}

/** What XML has no way to say, not even as a number: control characters, and halves of a sign that stand alone. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escaped(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

/** About as much as fits on a line of a box: a picture cannot measure its text. Never half a sign. */
function shortened(text: string, most: number): string {
  const signs = Array.from(text);
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text;
}

/** The whole tree that is shown, not only what is in sight, as a picture of its own. */
export function toSvg(options: {
  graph: OwnershipGraph;
  lens: OwnershipLens;
  theme: Theme;
  t: Text;
}): { svg: string; width: number; height: number } {
  const { graph, lens, theme, t } = options;
  const places = layoutTree(graph.nodes, graph.root);
  const leads = leadsTo(graph.nodes, places);
  const bounds = boundsOf(places);
  const width = Math.ceil(bounds.width + 2 * MARGIN);
  const height = Math.ceil(bounds.height + 2 * MARGIN);
  const edges: string[] = [];
  const boxes: string[] = [];
  const rows = treeRows(graph.nodes, graph.root);
  const sizeOf = relativeSizes(rows);
  for (const row of rows) {
    const { node } = row;
    const place = places.get(node.id);
    if (!place) {
      continue;
    }
    const from = places.get(leads.get(node.id) ?? '');
    if (from && node.id !== graph.root) {
      const [x1, y1] = [from.x + BOX.width, from.y + BOX.height / 2];
      const [x2, y2] = [place.x, place.y + BOX.height / 2];
      const half = (x1 + x2) / 2;
      edges.push(
        `<path d="M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}"/>`,
      );
    }
    const inner = BOX.width - 20;
    const all = node.distribution.reduce((sum, { count }) => sum + count, 0);
    let at = 10;
    const bars = node.distribution.map(share => {
      const size = (inner * share.count) / all;
      const ink = shareColor(theme, lens, share);
      const bar = `<rect x="${at}" y="60" width="${size}" height="6" fill="${ink}"/>`;
      at += size;
      return bar;
    });
    const words = `${nodeTitle(node, t)}, ${boxLine(
      lens,
      node,
      t,
    )}, ${distributionText(node.distribution)}`;
    boxes.push(
      `<g transform="translate(${place.x} ${place.y})"><title>${escaped(
        words,
      )}</title><rect width="${BOX.width}" height="${
        BOX.height
      }" rx="8" fill="${theme.palette.background.paper}" stroke="${escaped(
        line(theme),
      )}"/><rect width="${BOX.width * sizeOf(row)}" height="${
        BOX.height
      }" rx="8" fill="${sizeFill(theme)}"/><rect width="4" height="${
        BOX.height
      }" rx="2" fill="${nodeColor(
        theme,
        lens,
        node,
        t,
      )}"/><text x="10" y="24" font-weight="700" fill="${escaped(
        theme.palette.text.primary,
      )}">${escaped(
        shortened(nodeTitle(node, t), 24),
      )}</text><text x="10" y="46" fill="${mutedInk(theme)}">${escaped(
        shortened(boxLine(lens, node, t), 28),
      )}</text>${bars.join('')}</g>`,
    );
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${
    bounds.x - MARGIN
  } ${
    bounds.y - MARGIN
  } ${width} ${height}" font-family="Helvetica, Arial, sans-serif" font-size="14"><rect x="${
    bounds.x - MARGIN
  }" y="${bounds.y - MARGIN}" width="100%" height="100%" fill="${
    theme.palette.background.default
  }"/><g fill="none" stroke="${mutedInk(theme)}">${edges.join(
    '',
  )}</g>${boxes.join('')}</svg>`;
  return { svg, width, height };
}
