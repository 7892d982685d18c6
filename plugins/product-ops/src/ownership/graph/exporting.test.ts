import { createTheme } from '@material-ui/core/styles';
import { ownershipGraph } from '../../../dev/fixtures/ownership';
import type { Text } from '../../useText';
import { toCsv, toSvg } from './exporting';

/** The names of the messages in place of their text. */
const t = ((key: string) => key.split('.').pop()) as unknown as Text;

const graph = {
  ...ownershipGraph,
  nodes: ownershipGraph.nodes.map(node =>
    node.title === 'Platform'
      ? { ...node, title: '=HYPERLINK("x"), <b>' }
      : node,
  ),
};

/** As XML wants it: what a browser takes for a picture, or not at all. */
function pictureOf(title: string) {
  const { svg } = toSvg({
    graph: {
      ...ownershipGraph,
      nodes: ownershipGraph.nodes.map(node => ({ ...node, title })),
    },
    lens: 'stage',
    theme: createTheme(),
    t,
  });
  return { svg, drawn: new DOMParser().parseFromString(svg, 'image/svg+xml') };
}

describe('What is exported', () => {
  it('is a table in the order of the tree, in which no name is a formula', () => {
    const lines = toCsv(graph, t).trimEnd().split('\r\n');
    expect(lines).toHaveLength(graph.nodes.length + 1);
    expect(lines.slice(0, 3)).toEqual([
      'level,name,type,ref,entities,direct,gaps,distribution',
      '1,Organisation,organisation,,470,,23,Live 447 · Sunset 23',
      '2,Commerce,team,group:default/commerce,460,0,23,Live 437 · Sunset 23',
    ]);
    expect(lines.find(line => line.includes('HYPERLINK'))).toContain(
      `"'=HYPERLINK(""x""), <b>"`,
    );
  });

  it('is a picture with all boxes, in which a name is text only', () => {
    const { svg } = toSvg({ graph, lens: 'stage', theme: createTheme(), t });
    const picture = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(picture.querySelector('parsererror')).toBeNull();
    expect(picture.querySelectorAll('title')).toHaveLength(graph.nodes.length);
    expect(picture.querySelector('b')).toBeNull();
    expect(svg).not.toContain('NaN');
  });

  it.each([
    ['a sign of two halves where the name is cut', `${'x'.repeat(22)}🚀🚀🚀`],
    ['half a sign', 'Team \ud83d'],
    ['what no XML can say', 'Team \u0000\u0008\u001b\ufffe'],
  ])('is a picture that can be drawn with %s in a name', (_, title) => {
    const { svg, drawn } = pictureOf(title);
    expect(() => encodeURIComponent(svg)).not.toThrow();
    expect(drawn.querySelector('parsererror')).toBeNull();
    expect(drawn.querySelectorAll('title').length).toBe(
      ownershipGraph.nodes.length,
    );
  });

  it('fills each box of the picture by how much it has beside the others of its level', () => {
    const { svg } = toSvg({ graph, lens: 'stage', theme: createTheme(), t });
    const fills = [
      ...svg.matchAll(/<rect width="([0-9.]+)" height="76" rx="8" fill="rgba/g),
    ].map(([, width]) => Math.round(Number(width)));
    // The organisation, Commerce with 460, Storefront with 407 beside Payments with 53.
    expect(fills.slice(0, 4)).toEqual([220, 220, 220, 29]);
  });
});
