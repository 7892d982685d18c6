import { readYaml } from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryEntity } from '../../directory/types';
import type { DelegatingDocumentReader } from '../../documents/DelegatingDocumentReader';
import { fileNameOf } from '../../overview/entityFacts';
import { RecentValues } from '../../permissions/RecentValues';

const MAX_BYTES = 1_000_000;
const MAX_PARTS = 500;
const MAX_WAIT_MS = 3000;
const REMEMBERED_FOR_MS = 60_000;
const REMEMBERED = 500;

/** Finds the line of a catalog file in which the stage of an entity is declared. */
export class DeclaredLines {
  readonly #reader: Pick<DelegatingDocumentReader, 'read'>;
  readonly #recent = new RecentValues<Promise<number | undefined>>({
    maxEntries: REMEMBERED,
    maxAgeMs: REMEMBERED_FOR_MS,
  });

  static create(options: {
    reader: Pick<DelegatingDocumentReader, 'read'>;
  }): DeclaredLines {
    return new DeclaredLines(options.reader);
  }

  private constructor(reader: Pick<DelegatingDocumentReader, 'read'>) {
    this.#reader = reader;
  }

  /** From 1; nothing when the file cannot be read in a moment, or says something else than the catalog. */
  async find(entity: DirectoryEntity): Promise<number | undefined> {
    return this.#recent.get(`${entity.ref} ${entity.etag}`, () =>
      this.#read(entity),
    );
  }

  async #read(entity: DirectoryEntity): Promise<number | undefined> {
    const { locationRef, originRef } = entity;
    const target = fileNameOf(entity);
    if (!locationRef || !target) {
      return undefined;
    }
    const result = await this.#reader.read(
      'roadmap',
      { locationRef, originRef: originRef ?? locationRef, target },
      { signal: AbortSignal.timeout(MAX_WAIT_MS) },
    );
    const file = result.outcome === 'read' ? result.files[0] : undefined;
    return file && file.bytes.byteLength <= MAX_BYTES
      ? lineOfStage(new TextDecoder().decode(file.bytes), entity)
      : undefined;
  }
}

/** The line of `spec.lifecycle` of an entity in the text of a catalog file, which may hold several. */
export function lineOfStage(
  text: string,
  entity: Pick<
    DirectoryEntity,
    'kind' | 'namespace' | 'name' | 'declaredLifecycle'
  >,
): number | undefined {
  const plain = (value: unknown) => String(value).toLocaleLowerCase('en-US');
  let firstLine = 1;
  // At the start of a line, three dashes are always the start of a document.
  const parts = text.split(/^---(?=\s|$)/m).slice(0, MAX_PARTS);
  for (const [index, part] of parts.entries()) {
    if (plain(part).includes(plain(entity.name))) {
      const document = readYaml(index > 0 ? `   ${part}` : part, {
        file: 'catalog-info.yaml',
        firstLine,
      });
      const said = document.value as {
        kind?: unknown;
        metadata?: { name?: unknown; namespace?: unknown };
        spec?: { lifecycle?: unknown };
      } | null;
      if (
        plain(said?.kind) === plain(entity.kind) &&
        plain(said?.metadata?.name) === plain(entity.name) &&
        plain(said?.metadata?.namespace ?? 'default') ===
          plain(entity.namespace)
      ) {
        return said?.spec?.lifecycle === entity.declaredLifecycle
          ? document.positionOfKey(['spec', 'lifecycle']).line
          : undefined;
      }
    }
    firstLine += part.split('\n').length - 1;
  }
  return undefined;
}
