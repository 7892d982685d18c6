import { DEFAULT_NAMESPACE, Entity } from '@backstage/catalog-model';
import { readYaml } from '@productops/backstage-plugin-product-ops-common';
import { EntitySource } from './describeErrors';
import { SourceText } from './SourceTexts';

/** More documents than these are not looked through for the place of a mistake. */
const MAX_DOCUMENTS = 2_000;

function* documentsOf(
  text: string,
): Generator<{ text: string; firstLine: number }> {
  let firstLine = 1;
  // At the start of a line, three dashes are always the start of a document, also amid a long text.
  for (const [index, part] of text
    .split(/^---(?=\s|$)/m)
    .slice(0, MAX_DOCUMENTS)
    .entries()) {
    // What stands behind the dashes keeps its column.
    yield { text: index > 0 ? `   ${part}` : part, firstLine };
    firstLine += part.split('\n').length - 1;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function lowerCase(value: unknown): string {
  return String(value).toLocaleLowerCase('en-US');
}

/** The document of an entity among those of its file, with the places of its values. */
export function findEntityInText(
  entity: Entity,
  source: SourceText,
): EntitySource | undefined {
  const { file, text } = source;
  const { name, namespace = DEFAULT_NAMESPACE } = entity.metadata;
  for (const part of documentsOf(text)) {
    // Parsing costs: a document without the name in it cannot be the one.
    if (lowerCase(part.text).includes(lowerCase(name))) {
      const document = readYaml(part.text, { file, firstLine: part.firstLine });
      const metadata = field(document.value, 'metadata');
      if (
        lowerCase(field(document.value, 'kind')) === lowerCase(entity.kind) &&
        lowerCase(field(metadata, 'name')) === lowerCase(name) &&
        lowerCase(field(metadata, 'namespace') ?? DEFAULT_NAMESPACE) ===
          lowerCase(namespace)
      ) {
        return { file, document };
      }
    }
  }
  return undefined;
}
