import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  NO_STAGE_TITLE,
  readEntityRef,
  stageRank,
  type EntityLink,
  type Facet,
  type ListProductsQuery,
  type ProductPage,
  type ProductRow,
  type Severity,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import { wordsOf } from '../../directory/asked';
import { stageOfEntity } from '../../directory/stageOfEntity';
import type { Visibility } from '../../permissions/types';
import { decodeCursor, encodeCursor, questionOf } from './cursor';
import type { ProductsStore } from './ProductsStore';
import { sortKeysOf } from './sorting';
import { FacetCount, NONE, ProductFilter, ProductRecord } from './types';

const MAX_FACET_VALUES = 100;
const SEVERITIES: readonly string[] = ['critical', 'warning', 'info'];

/** The portfolio: the products that a caller may read, filtered, sorted and counted. */
export class ProductsService {
  readonly #store: ProductsStore;
  readonly #visibility: Visibility;
  readonly #stages: readonly StageDefinition[];

  static create(options: {
    store: ProductsStore;
    visibility: Visibility;
    stages: readonly StageDefinition[];
  }): ProductsService {
    return new ProductsService(options);
  }

  private constructor(options: Parameters<typeof ProductsService.create>[0]) {
    this.#store = options.store;
    this.#visibility = options.visibility;
    this.#stages = options.stages;
  }

  /** One page of products, with the total and the facets of all that match. */
  async listProducts(
    query: ListProductsQuery,
    options: { credentials: BackstageCredentials },
  ): Promise<ProductPage> {
    const sort = query.sort ?? 'attention';
    const limit = query.limit ?? 20;
    const chosenOwners = query.owner && readOwners(query.owner);
    const keys = sortKeysOf(sort);
    const words = wordsOf(query.q);
    const question = questionOf([
      sort,
      query.stage,
      chosenOwners,
      query.withSubteams ?? true,
      query.tier,
      query.type,
      words,
    ]);
    const position = query.cursor
      ? decodeCursor(query.cursor, question, keys)
      : undefined;

    const visible = await this.#visibility.visibleFilter(options.credentials, {
      kind: 'product',
    });
    const owner =
      chosenOwners && (query.withSubteams ?? true)
        ? await this.#withSubteams(
            chosenOwners,
            options.credentials,
            visible === 'all',
          )
        : chosenOwners;
    const filter: ProductFilter = {
      visible,
      stage: query.stage,
      owner,
      tier: query.tier,
      type: query.type,
      words,
    };
    const [page, counts] = await Promise.all([
      this.#store.list({ filter, keys, limit, position }),
      this.#store.count(filter),
    ]);

    const owners = await this.#readableNames(
      [
        ...page.records.map(({ ownerRef }) => ownerRef),
        ...counts.facets.owner.map(({ value }) => value),
        ...(chosenOwners ?? []),
      ],
      options.credentials,
      visible === 'all',
    );
    const first = page.records.at(0);
    const last = page.records.at(-1);
    return {
      items: page.records.map(record => this.#rowOf(record, owners)),
      totalItems: counts.total,
      facets: {
        stage: this.#stageFacet(withChosen(counts.facets.stage, query.stage)),
        owner: withChosen(counts.facets.owner, chosenOwners)
          .map(({ value, count }) => ({
            value,
            label: value === NONE ? 'No owner' : linkOf(value, owners).title,
            count,
          }))
          .sort(byCount),
        tier: withChosen(counts.facets.tier, query.tier)
          .sort(byValue)
          .map(({ value, count }) => ({
            value,
            label: value === NONE ? 'No tier' : `Tier ${value}`,
            count,
          })),
        type: withChosen(counts.facets.type, query.type)
          .map(({ value, count }) => ({
            value,
            label: value === NONE ? 'No type' : value,
            count,
          }))
          .sort(byCount),
      },
      pageInfo: {
        ...(page.hasNext &&
          last && {
            nextCursor: encodeCursor(question, {
              direction: 'next',
              keys: last.keys,
            }),
          }),
        ...(page.hasPrev &&
          first && {
            prevCursor: encodeCursor(question, {
              direction: 'prev',
              keys: first.keys,
            }),
          }),
      },
    };
  }

  // A level at a time, and only through teams that the caller may read: who owns what below a hidden one would
  // tell that it is there, and what is in it. A circle in the tree ends where it began.
  async #withSubteams(
    owners: readonly string[],
    credentials: BackstageCredentials,
    all: boolean,
  ): Promise<string[]> {
    const found = new Set(owners);
    let level: readonly string[] = owners.filter(owner => owner !== NONE);
    while (level.length > 0) {
      const readable = all
        ? level
        : [...(await this.#visibility.filterReadable(level, credentials))];
      const children = await this.#store.childrenOf(readable);
      level = children.filter(child => !found.has(child));
      level.forEach(child => found.add(child));
    }
    return [...found];
  }

  // A caller who may not read an owner gets its ref, which the product names, but nothing more of it.
  async #readableNames(
    refs: ReadonlyArray<string | undefined>,
    credentials: BackstageCredentials,
    all: boolean,
  ): Promise<Names> {
    const wanted = [
      ...new Set(
        refs.filter((ref): ref is string => Boolean(ref) && ref !== NONE),
      ),
    ];
    const [names, readable] = await Promise.all([
      this.#store.namesOf(wanted),
      all ? undefined : this.#visibility.filterReadable(wanted, credentials),
    ]);
    return readable
      ? new Map([...names].filter(([ref]) => readable.has(ref)))
      : names;
  }

  #rowOf(record: ProductRecord, owners: Names): ProductRow {
    return {
      entity: {
        ref: record.ref,
        kind: record.kind,
        namespace: record.namespace,
        name: record.name,
        title: record.title,
        ...(record.type !== undefined && { type: record.type }),
        known: true,
      },
      ...(record.description !== undefined && {
        description: record.description,
      }),
      ...(record.ownerRef && { owner: linkOf(record.ownerRef, owners) }),
      stage: stageOfEntity(record, this.#stages),
      ...(record.tier !== undefined && { tier: record.tier }),
      roadmap: { open: record.roadmapOpen, now: record.roadmapNow },
      runbooks: { total: record.runbooksTotal },
      attention: {
        count: record.attentionCount,
        ...(isSeverity(record.attentionSeverity) && {
          severity: record.attentionSeverity,
        }),
        ...(record.attentionTitle !== undefined && {
          title: record.attentionTitle,
        }),
      },
    };
  }

  // In the configured order; then what is declared but unknown; then what declares none.
  #stageFacet(counts: FacetCount[]): Facet {
    const place = (value: string) =>
      value === NONE
        ? this.#stages.length + 1
        : stageRank(value, this.#stages) ?? this.#stages.length;
    return counts
      .sort((a, b) => place(a.value) - place(b.value) || byValue(a, b))
      .map(({ value, count }) => ({
        value,
        label:
          value === NONE
            ? NO_STAGE_TITLE
            : this.#stages.find(({ id }) => id === value)?.title ?? value,
        count,
      }));
  }
}

type Names = Map<string, { title: string; type?: string }>;

function readOwners(values: readonly string[]): string[] {
  const refs = values.map(value => {
    const ref =
      value === NONE ? NONE : readEntityRef(value, { defaultKind: 'group' });
    if (!ref) {
      throw new InputError(
        `owner: got ${JSON.stringify(
          value,
        )}; expected an entity ref, such as group:default/payments`,
      );
    }
    return ref;
  });
  return [...new Set(refs)];
}

/** A value that is chosen stays to be seen, and to be unchosen, when nothing has it. */
function withChosen(
  counts: readonly FacetCount[],
  chosen: readonly string[] = [],
): FacetCount[] {
  const present = new Set(counts.map(({ value }) => value));
  const absent = [...new Set(chosen)].filter(value => !present.has(value));
  return [
    ...counts.slice(0, MAX_FACET_VALUES - absent.length),
    ...absent.map(value => ({ value, count: 0 })),
  ];
}

function linkOf(ref: string, names: Names): EntityLink {
  const { kind, namespace, name } = parseEntityRef(ref);
  const found = names.get(ref);
  return {
    ref,
    kind,
    namespace,
    name,
    title: found?.title ?? name,
    ...(found?.type !== undefined && { type: found.type }),
    known: found !== undefined,
  };
}

function byValue(a: FacetCount, b: FacetCount): number {
  if ((a.value === NONE) !== (b.value === NONE)) {
    return a.value === NONE ? 1 : -1;
  }
  return a.value.localeCompare(b.value, 'en-US');
}

function byCount(a: Facet[number], b: Facet[number]): number {
  return b.count - a.count || a.label.localeCompare(b.label, 'en-US');
}

function isSeverity(value: string | undefined): value is Severity {
  return value !== undefined && SEVERITIES.includes(value);
}
