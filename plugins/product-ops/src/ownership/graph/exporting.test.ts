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
});
