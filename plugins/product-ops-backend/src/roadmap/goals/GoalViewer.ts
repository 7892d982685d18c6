import { NotFoundError } from '@backstage/errors';
import type { GoalDetails } from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import { fileNameOf } from '../../overview/entityFacts';
import { entityNotFound } from '../../permissions/CatalogVisibility';
import type { Visibility } from '../../permissions/types';
import type { RoadmapAccess } from '../RoadmapAccess';
import type { GoalAccess } from './GoalAccess';
import {
  declaredGoal,
  recordedGoal,
  toSummary,
  type KnownGoal,
} from './goalModel';
import type { GoalQueries } from './GoalQueries';
import type { GoalReader } from './GoalReader';
import type { GoalStore } from './GoalStore';
import { ownerOfItem, toTeams, toWork } from './goalWork';
import type { MetricStore } from './MetricStore';

/** What is looked at of one goal; more than a plan can hold. */
const MAX_ITEMS = 2000;
const MAX_SHOWN = 100;

/** Which goal is meant. */
export interface GoalAddress {
  entityRef: string;
  id: string;
  /** Where the file and the portal have one with the id, the one of the file is meant when absent. */
  source?: string;
}

export interface GoalViewerOptions {
  access: RoadmapAccess;
  goalAccess: GoalAccess;
  directory: DirectoryStore;
  goals: GoalStore;
  metrics: MetricStore;
  queries: GoalQueries;
  reader: GoalReader;
  visibility: Visibility;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** Finds single goals, and shows all about them. */
export class GoalViewer {
  readonly #options: GoalViewerOptions;

  static create(options: GoalViewerOptions): GoalViewer {
    return new GoalViewer(options);
  }

  private constructor(options: GoalViewerOptions) {
    this.#options = options;
  }

  /** A goal, an archived one too; 404 when there is none, or the caller may not read its entity. */
  async find(
    { entityRef, id, source }: GoalAddress,
    { credentials }: Options,
  ): Promise<KnownGoal> {
    const { access, directory, goals } = this.#options;
    const ref = await access.entity(entityRef, credentials);
    const [entity, recorded] = await Promise.all([
      directory.getEntity(ref),
      goals.find(ref, id),
    ]);
    if (!entity) {
      throw entityNotFound(ref);
    }
    const declared = entity.facts.goals?.find(goal => goal.id === id);
    if (declared && (source ?? 'declared') === 'declared') {
      return declaredGoal(
        entity,
        declared,
        recorded?.archived ? undefined : recorded,
      );
    }
    if (recorded && (source ?? 'recorded') === 'recorded') {
      return recordedGoal(entity, recorded);
    }
    throw new NotFoundError(`No goal ${id} of ${ref}`);
  }

  /** All about a goal, as far as the caller may know it. */
  async show(goal: KnownGoal, { credentials }: Options): Promise<GoalDetails> {
    const { access, goalAccess, directory, metrics, queries, reader } =
      this.#options;
    const { entity, fields, recorded } = goal;
    const now = this.#options.now?.() ?? new Date();
    const today = now.toISOString().slice(0, 10);
    const address = { entityRef: entity.ref, goalId: goal.id };
    const visible = await this.#options.visibility.visibleFilter(credentials);
    const [[{ stored, standing }], items, series, may] = await Promise.all([
      reader.measure([goal], visible, today),
      queries.listItems(address, visible, MAX_ITEMS),
      metrics.series(address, now),
      goalAccess.may(entity.ref, credentials),
    ]);
    const entities = await directory.getEntities(
      items.map(({ entityRef }) => entityRef),
    );
    const people =
      goal.source === 'recorded' && recorded
        ? [recorded.createdBy, recorded.changedBy]
        : [];
    const links = await access.links(
      [
        entity.ref,
        ...people,
        ...(entity.ownerRef ? [entity.ownerRef] : []),
        ...items.map(work => work.entityRef),
        ...items.flatMap(work => ownerOfItem(work, entities) ?? []),
      ],
      credentials,
    );
    const fileName = fileNameOf(entity);
    return {
      ...toSummary(goal, { stored, standing, links }),
      ...(goal.source === 'recorded' && recorded
        ? {
            version: recorded.version,
            archived: recorded.archived,
            createdBy: links.link(recorded.createdBy),
            createdAt: recorded.createdAt.toISOString(),
            changedBy: links.link(recorded.changedBy),
            changedAt: recorded.changedAt.toISOString(),
          }
        : { archived: false }),
      ...(goal.source === 'declared' &&
        fileName && {
          file: {
            name: fileName,
            ...(entity.viewUrl && { url: entity.viewUrl }),
            ...(entity.editUrl && { editUrl: entity.editUrl }),
          },
        }),
      work: {
        items: toWork(items, {
          due: fields.due,
          today,
          entities,
          links,
        }).slice(0, MAX_SHOWN),
        total: items.length,
      },
      teams: toTeams(items, {
        accountable: entity.ownerRef,
        entities,
        links,
      }),
      series,
      may,
    };
  }
}
