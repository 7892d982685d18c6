/** So many code blocks have a caption and a button to copy them: each takes the browser a while. */
export const MANY_BLOCKS = 300;

/** What we need to know of the tree that a Markdown text becomes. */
export interface MarkupNode {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: MarkupNode[];
}

/** The text within an element, as it is written. */
export function textWithin(node: MarkupNode): string {
  return node.children
    ? node.children.map(textWithin).join('')
    : node.value ?? '';
}

/** What is in a code block: its text, and the language that its fence names. */
export function codeOf(pre: MarkupNode): { text: string; language?: string } {
  const names = pre.children?.[0]?.properties?.className;
  const language = (Array.isArray(names) ? names : [])
    .map(name => /^language-(.{1,40})$/.exec(String(name))?.[1])
    .find(Boolean);
  return { text: textWithin(pre).replace(/\n+$/, ''), language };
}

/** Marks the code blocks of a text after the first {@link MANY_BLOCKS}, for them to be shown without a button. */
export function markLateBlocks() {
  return (tree: MarkupNode): void => {
    let count = 0;
    const visit = (node: MarkupNode) => {
      if (node.tagName === 'pre') {
        count++;
        if (count > MANY_BLOCKS) {
          node.properties = { ...node.properties, dataLate: true };
        }
        return;
      }
      node.children?.forEach(visit);
    };
    visit(tree);
  };
}
