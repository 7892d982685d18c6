import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  dependencyRefOf,
  dependencyTargetOf,
  itemKeyOf,
  roadmapPermissions,
  suggestDependencies,
  type DecidePlanSuggestionBody,
  type ListPlanSuggestionsQuery,
  type PlanDecision,
  type PlanSuggestion,
  type PlanSuggestionPage,
  type SuggestedDependency,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../../database/pages';
import type { CallerCredentials } from '../../http/types';
import type { LiveUpdates } from '../../messages/types';
import type { FileChangeService } from '../FileChangeService';
import type { ItemService } from '../ItemService';
import type { RoadmapAccess } from '../RoadmapAccess';
import { matchItems } from './matchItems';
import type { PlanAccess } from './PlanAccess';
import type { PlanModel } from './PlanModel';
import type { PlannedItem } from './planTypes';
import type { PlanViews } from './PlanViews';
import type { SuggestionAnswer, SuggestionStore } from './SuggestionStore';
import { summaryOf } from './summaryOf';

const MAX_FOUND = 1000;

export interface SuggestionServiceOptions {
  plan: PlanAccess;
  access: RoadmapAccess;
  items: ItemService;
  fileChanges: FileChangeService;
  answers: SuggestionStore;
  views: PlanViews;
  live: LiveUpdates;
  now?: () => Date;
}

/** Dependencies that the catalog makes likely, and what people answered to them. */
export class SuggestionService {
  readonly #options: SuggestionServiceOptions;

  static create(options: SuggestionServiceOptions): SuggestionService {
    return new SuggestionService(options);
  }

  private constructor(options: SuggestionServiceOptions) {
    this.#options = options;
  }

  /** A page of suggestions whose items match. */
  async list(
    query: ListPlanSuggestionsQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<PlanSuggestionPage> {
    const { plan, answers, views } = this.#options;
    const page = pageOf(query);
    const { state = 'open', entity, product, team } = query;
    const { model, filter } = await plan.see(
      { entity, product, team },
      { credentials },
    );
    const matching = new Set(matchItems(model, filter).items.map(itemKeyOf));
    const all =
      state === 'open'
        ? (await this.#open(model)).map(found => this.#show(model, found))
        : (await answers.list(state)).map(answer =>
            this.#showAnswer(model, answer),
          );
    const found = all.filter(
      (one): one is PlanSuggestion =>
        one !== undefined &&
        [one.item, one.dependsOn].some(({ entityRef, id }) =>
          matching.has(itemKeyOf({ entityRef, itemId: id })),
        ),
    );
    const items = found.slice(page.offset, page.offset + page.limit);
    return {
      items,
      totalItems: found.length,
      entities: await views.entities(
        model,
        items.flatMap(({ item, dependsOn }) => [item, dependsOn]),
      ),
      pageInfo: pageInfoOf(page, found.length),
    };
  }

  /** Accepts, dismisses or restores a suggestion. */
  async decide(
    { id, decision }: DecidePlanSuggestionBody,
    { credentials }: { credentials: CallerCredentials },
  ): Promise<PlanDecision> {
    const { plan, access, answers, live } = this.#options;
    const ends = endsOf(id);
    if (!ends) {
      throw new InputError(
        `id: got ${JSON.stringify(
          id.slice(0, 100),
        )}; expected the id of a suggestion`,
      );
    }
    await access.entity(ends.item.entityRef, credentials);
    const actor = await access.allowed(
      [roadmapPermissions.update],
      ends.item.entityRef,
      credentials,
    );
    const [{ model }, before] = await Promise.all([
      plan.see({}, { credentials }),
      answers.find(id),
    ]);
    const item = model.inForce.get(itemKeyOf(ends.item));
    const dependsOn = model.inForce.get(itemKeyOf(ends.dependsOn));
    const open = before
      ? undefined
      : (await this.#open(model)).find(one => one.id === id);
    if (!item || !dependsOn || !(before ?? open)) {
      throw new NotFoundError(
        'There is no such suggestion any more: its items depend on each other now, or have changed',
      );
    }
    const answer: SuggestionAnswer = {
      id,
      ...ends,
      state: decision === 'accept' ? 'accepted' : 'dismissed',
      by: actor.ref,
      at: this.#options.now?.() ?? new Date(),
    };
    const known = before?.state === answer.state ? before : answer;
    if (decision === 'restore') {
      await answers.remove(id);
      live.changed({ room: 'roadmap' });
      const suggestion = open
        ? this.#show(model, open)
        : this.#plain(model, ends, id);
      return { suggestion: suggestion! };
    }
    // What the item says comes first: an answer without it would be lost.
    const made =
      decision === 'accept'
        ? await this.#add(item, dependsOn, { credentials })
        : {};
    if (known !== before) {
      await answers.save(known);
      live.changed({ room: 'roadmap' });
    }
    return { suggestion: this.#showAnswer(model, known)!, ...made };
  }

  /** Adds a dependency to an item of the portal, or says how the file is to be changed. */
  async #add(
    item: PlannedItem,
    dependsOn: PlannedItem,
    options: { credentials: CallerCredentials },
  ): Promise<Pick<PlanDecision, 'item' | 'fileChange'>> {
    const { items, fileChanges } = this.#options;
    const { entityRef, source, version } = item;
    const ref = dependencyRefOf(dependsOn, entityRef);
    const there = item.dependsOn.some(one => {
      const target = dependencyTargetOf(one, entityRef);
      return target && itemKeyOf(target) === itemKeyOf(dependsOn);
    });
    const fields = {
      dependsOn: there ? item.dependsOn : [...item.dependsOn, ref],
    };
    if (source === 'recorded') {
      const question = { entityRef, id: item.id, source };
      return {
        item: await items.patch(
          question as Parameters<ItemService['patch']>[0],
          { version, fields },
          options,
        ),
      };
    }
    if (source === 'declared') {
      return {
        fileChange: await fileChanges.prepare(
          { entityRef, id: item.id, source },
          { fields },
          options,
        ),
      };
    }
    throw new InputError(
      `${item.id} is of ${source}, which the portal only shows: add the dependency there`,
    );
  }

  /** What is suggested to all who may read what the model has. */
  async #open(model: PlanModel): Promise<readonly SuggestedDependency[]> {
    const answered = await this.#options.answers.listAnswered();
    return model.answer(`suggestions ${[...answered].sort().join(' ')}`, () =>
      suggestDependencies([...model.inForce.values()], model.relations, {
        answered,
        limit: MAX_FOUND,
      }),
    );
  }

  #show(
    model: PlanModel,
    { id, item, dependsOn, days, reason }: SuggestedDependency,
  ): PlanSuggestion | undefined {
    const shown = this.#plain(model, { item, dependsOn }, id);
    return shown && { ...shown, days, reason };
  }

  #showAnswer(
    model: PlanModel,
    { id, item, dependsOn, state, by, at }: SuggestionAnswer,
  ): PlanSuggestion | undefined {
    const shown = this.#plain(model, { item, dependsOn }, id);
    return (
      shown && {
        ...shown,
        state,
        decidedBy: this.#options.views.links(model).link(by),
        decidedAt: at.toISOString(),
      }
    );
  }

  /** Nothing where an item is not there any more, or the caller may not read it. */
  #plain(
    model: PlanModel,
    ends: Pick<SuggestionAnswer, 'item' | 'dependsOn'>,
    id: string,
  ): PlanSuggestion | undefined {
    const item = model.inForce.get(itemKeyOf(ends.item));
    const dependsOn = model.inForce.get(itemKeyOf(ends.dependsOn));
    return (
      item &&
      dependsOn && {
        id,
        state: 'open',
        item: summaryOf(item),
        dependsOn: summaryOf(dependsOn),
        ref: dependencyRefOf(dependsOn, item.entityRef),
      }
    );
  }
}

/** The two items that the id of a suggestion names. */
function endsOf(
  id: string,
): Pick<SuggestionAnswer, 'item' | 'dependsOn'> | undefined {
  const [item, dependsOn, ...more] = id
    .split('>')
    .map(key => (key.includes('@') ? dependencyTargetOf(key, '') : undefined));
  return item && dependsOn && more.length === 0
    ? { item, dependsOn }
    : undefined;
}
