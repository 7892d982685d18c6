import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  type GetOwnershipGraphQuery,
  type ListOwnershipChildrenQuery,
  type OwnershipChildren,
  type OwnershipDependencies,
  type OwnershipGraph,
  type OwnershipMatches,
  type OwnershipShare,
  type SearchOwnershipQuery,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../database/pages';
import { refOf, wordsOf } from '../directory/asked';
import { entityNotFound } from '../permissions/CatalogVisibility';
import { cutTree, toNode } from './cutTree';
import type { LensSources } from './LensSources';
import type { Aspect, LensValues } from './lenses';
import { linkIn } from './links';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnershipModels } from './OwnershipModels';
import { OwnershipTree } from './OwnershipTree';
import { findByText } from './search';
import { teamDependencies } from './teamDependencies';

const MAX_FACETS = 50;

interface Caller {
  credentials: BackstageCredentials;
}

/** The organisation as a graph: who answers for what, cut on the server to what one caller may read and can see. */
export class OwnershipService {
  readonly #models: OwnershipModels;
  readonly #lenses: LensSources;
  readonly #stages: readonly StageDefinition[];

  static create(options: {
    models: OwnershipModels;
    lenses: LensSources;
    stages: readonly StageDefinition[];
  }): OwnershipService {
    return new OwnershipService(options);
  }

  private constructor(options: Parameters<typeof OwnershipService.create>[0]) {
    this.#models = options.models;
    this.#lenses = options.lenses;
    this.#stages = options.stages;
  }

  /** The tree below a root, as far as it is asked for. */
  async getGraph(
    query: GetOwnershipGraphQuery,
    { credentials }: Caller,
  ): Promise<OwnershipGraph> {
    const { lens = 'stage' } = query;
    const [model, values, standings] = await Promise.all([
      this.#models.forCaller(credentials),
      this.#lenses.valuesOf(lens),
      this.#lenses.valuesOf('verification'),
    ]);
    const tree = this.#treeOf(model, query, { lens, values });
    const root = tree.root(query.root && refOf(query.root));
    if (!root) {
      throw entityNotFound(query.root ?? '');
    }
    const { counts } = tree.summaryOf(root);
    const verifications = this.#treeOf(model, query, {
      lens: 'verification',
      values: standings,
    }).summaryOf(root).distribution;
    const inState = (state: string) =>
      verifications.find(({ value }) => value === state)?.count ?? 0;
    // By all other filters: what else could be chosen.
    const types = this.#treeOf(
      model,
      { ...query, type: undefined },
      { lens: 'type' },
    ).summaryOf(root).distribution;
    const byStage = this.#treeOf(
      model,
      { ...query, stage: undefined },
      { lens: 'stage' },
    ).summaryOf(root).distribution;
    return {
      root: root.id,
      nodes: cutTree(tree, root, {
        depth: query.depth ?? 2,
        breadth: query.breadth ?? 12,
        expand: query.expand ?? [],
        fit: query.fit,
        stages: this.#stages,
      }),
      totals: {
        ...counts,
        ...this.#whoIn(model, query.root && root.ref),
        verificationsDue: inState('due'),
        verificationsOverdue: inState('overdue'),
      },
      lenses: this.#lenses.offered(),
      types: types.slice(0, MAX_FACETS),
      stages: this.#stagesOf(byStage),
    };
  }

  /** The stages there are, with what is in each; behind them, what is in another or none. */
  #stagesOf(found: readonly OwnershipShare[]): OwnershipShare[] {
    const known = this.#stages.map(({ id, title }) => ({
      value: id,
      title,
      count: found.find(({ value }) => value === id)?.count ?? 0,
    }));
    const others = found.filter(
      ({ value }) => !known.some(stage => stage.value === value),
    );
    return [...known, ...others].slice(0, MAX_FACETS);
  }

  /** Teams and people of the whole, or of a team with those below it. */
  #whoIn(
    model: OwnershipModel,
    root: string | undefined,
  ): { teams: number; people: number } {
    if (!root) {
      return { teams: model.teams.size, people: model.people.size };
    }
    if (!model.teams.has(root)) {
      return { teams: 0, people: model.people.has(root) ? 1 : 0 };
    }
    const teams = [...model.withDescendants(root)];
    const people = new Set(
      teams.flatMap(team => model.teams.get(team)?.members ?? []),
    );
    return { teams: teams.length, people: people.size };
  }

  #treeOf(
    model: OwnershipModel,
    query: Pick<
      GetOwnershipGraphQuery,
      'role' | 'kind' | 'type' | 'stage' | 'tier'
    >,
    by: { lens: Aspect; values?: LensValues } = { lens: 'stage' },
  ): OwnershipTree {
    const { role = 'owner', kind, type, stage, tier } = query;
    return OwnershipTree.create({
      model,
      role,
      ...by,
      filter: { kind, type, stage, tier },
      stages: this.#stages,
    });
  }

  /** A page of the children of a node, searchable. */
  async listChildren(
    query: ListOwnershipChildrenQuery,
    { credentials }: Caller,
  ): Promise<OwnershipChildren> {
    const page = pageOf(query);
    const model = await this.#models.forCaller(credentials);
    const tree = this.#treeOf(model, query);
    const node = tree.find(query.node.replace(/>more$/, ''));
    if (!node) {
      throw new NotFoundError(`No node ${query.node} in the ownership graph`);
    }
    const words = wordsOf(query.q);
    const found = tree.childrenOf(node).filter(child => {
      const text = `${tree.titleOf(child)} ${child.ref ?? ''}`;
      const plain = text.toLocaleLowerCase('en-US');
      return words.every(word => plain.includes(word));
    });
    return {
      items: found
        .slice(page.offset, page.offset + page.limit)
        .map(child => toNode(tree, child, 1, this.#stages)),
      totalItems: found.length,
      pageInfo: pageInfoOf(page, found.length),
    };
  }

  /** Teams, people and entities by text, with the way to each. */
  async search(
    query: SearchOwnershipQuery,
    { credentials }: Caller,
  ): Promise<OwnershipMatches> {
    const model = await this.#models.forCaller(credentials);
    const tree = this.#treeOf(model, { role: query.role });
    return {
      items: findByText(model, wordsOf(query.q), 20).map(ref => {
        const owner = model.entities.get(ref)?.ownerRef;
        return {
          entity: linkIn(model, ref),
          ...(owner && { owner: linkIn(model, owner) }),
          path: tree.pathTo(ref),
        };
      }),
    };
  }

  /** The teams that what a team owns depends on, and those that need it, by the relations of components. */
  async listDependencies(
    { team, other }: { team: string; other?: string },
    { credentials }: Caller,
  ): Promise<OwnershipDependencies> {
    const ref = refOf(team);
    const only = other === undefined || other === 'none' ? other : refOf(other);
    const model = await this.#models.forCaller(credentials);
    if (!model.teams.has(ref) && !model.people.has(ref)) {
      throw entityNotFound(team);
    }
    return { team: linkIn(model, ref), ...teamDependencies(model, ref, only) };
  }
}
