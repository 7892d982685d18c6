import { RELATION_HAS_PART } from '@backstage/catalog-model';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  alertReadUnmatchedPermission,
  runbookRunPermission,
  type Alert,
  type AlertOnCall,
  type AlertPage,
  type ListAlertsQuery,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../../database/pages';
import { refOf } from '../../directory/asked';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import type { Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import { withSubteams } from '../../permissions/withSubteams';
import type { RunAccess } from '../runs/RunAccess';
import type { AlertMatcher, MatchedAlert } from './AlertMatcher';
import type { AlertStore } from './AlertStore';
import { endOf, refsOfAlert, toAlertView } from './alertView';
import { refsOnCall, toOnCallView } from './OnCallService';
import type { OnCall } from './OnCall';

const DAY_MS = 24 * 3600_000;
/** The most that are looked at; who has more has other worries than the oldest. */
const MOST_FIRING = 2000;
const MOST_ENDED = 500;
const MOST_RECENT = 20;
const SEVERITIES = [
  ['critical', 'page', 'emergency', 'disaster', 'fatal'],
  ['error', 'high', 'major'],
  ['warning', 'warn', 'medium', 'minor'],
];

export interface AlertListServiceOptions {
  directory: DirectoryStore;
  visibility: Visibility;
  permissions: PermissionsService;
  actors: Actors;
  access: RunAccess;
  alerts: AlertStore;
  matcher: AlertMatcher;
  onCall: OnCall;
  /** What sources are called, by their ids. */
  titles: ReadonlyMap<string, string>;
  endAfterMs: number;
  now: () => Date;
}

type Belongs = (matched: MatchedAlert) => boolean;

/** The alerts that fire, for who looks. */
export class AlertListService {
  readonly #options: AlertListServiceOptions;

  static create(options: AlertListServiceOptions): AlertListService {
    return new AlertListService(options);
  }

  private constructor(options: AlertListServiceOptions) {
    this.#options = options;
  }

  /** A page of the alerts that fire and that the caller may see; of an entity, also of its parts and what ended lately. */
  async list(
    query: ListAlertsQuery,
    { credentials }: { credentials: CallerCredentials },
  ): Promise<AlertPage> {
    const { alerts, matcher, visibility, endAfterMs } = this.#options;
    const page = pageOf(query);
    const now = this.#options.now();
    const heardSince = new Date(now.getTime() - endAfterMs);
    const dayAgo = new Date(now.getTime() - DAY_MS);
    const entity =
      query.entity &&
      (await this.#options.access.entity(
        refOf(query.entity, 'component'),
        credentials,
      ));
    const [visible, readUnmatched, firing, ended] = await Promise.all([
      visibility.visibleFilter(credentials),
      this.#mayReadUnmatched(credentials),
      alerts.firing({ heardSince, limit: MOST_FIRING }),
      entity
        ? alerts.ended({
            resolvedSince: dayAgo,
            unheard: {
              since: new Date(heardSince.getTime() - DAY_MS),
              before: heardSince,
            },
            limit: MOST_ENDED,
          })
        : [],
    ]);
    const readableRefs = new Set(typeof visible === 'string' ? [] : visible);
    const readable = (ref: string) =>
      visible === 'all' || readableRefs.has(ref);
    const matching = {
      readable,
      unmatched: readUnmatched,
      today: now.toISOString().slice(0, 10),
    };
    const latest = firing.slice(0, MOST_FIRING);
    const known = new Set(latest.map(({ id }) => id));
    const [all, belongs] = await Promise.all([
      matcher.match([...latest, ...ended], matching),
      this.#belongs(query, { entity, readable, visible }),
    ]);
    const mine = all.filter(belongs);
    const found = mine
      .filter(({ alert }) => known.has(alert.id))
      .sort(bySeverity);
    const recent = mine
      .filter(({ alert }) => !known.has(alert.id))
      .sort((a, b) =>
        endOf(b.alert, endAfterMs).at.localeCompare(
          endOf(a.alert, endAfterMs).at,
        ),
      )
      .slice(0, MOST_RECENT);
    const shown = found.slice(page.offset, page.offset + page.limit);
    return {
      ...(await this.#shown({ shown, recent }, credentials)),
      totalItems: found.length,
      pageInfo: pageInfoOf(page, found.length),
      truncated: firing.length > MOST_FIRING,
      may: { readUnmatched },
    };
  }

  /** What is asked for: of an entity or product with its parts, of a team, with a runbook or without. */
  async #belongs(
    query: ListAlertsQuery,
    options: {
      entity?: string;
      readable: (ref: string) => boolean;
      visible: Awaited<ReturnType<Visibility['visibleFilter']>>;
    },
  ): Promise<Belongs> {
    const { directory } = this.#options;
    const { entity, readable, visible } = options;
    const product = query.product && refOf(query.product, 'product');
    const tests: Belongs[] = [];
    for (const whole of [entity, product]) {
      if (whole) {
        const parts = readable(whole)
          ? await directory.getReachable([whole], RELATION_HAS_PART)
          : new Set<string>();
        tests.push(({ entity: of }) =>
          Boolean(
            of && (parts.has(of.ref) || of.partOf?.some(ref => parts.has(ref))),
          ),
        );
      }
    }
    if (query.team) {
      const teams = new Set(
        await withSubteams([refOf(query.team)], { directory, visible }),
      );
      tests.push(({ ownerRef }) => Boolean(ownerRef && teams.has(ownerRef)));
    }
    if (query.matched !== undefined) {
      tests.push(({ chosen }) => Boolean(chosen) === query.matched);
    }
    return matched => tests.every(test => test(matched));
  }

  async #shown(
    { shown, recent }: { shown: MatchedAlert[]; recent: MatchedAlert[] },
    credentials: CallerCredentials,
  ): Promise<{ items: Alert[]; recent: Alert[]; onCall: AlertOnCall[] }> {
    const { access, actors, onCall, titles, endAfterMs } = this.#options;
    const person = actors.person(credentials);
    const [people, runnable] = await Promise.all([
      onCall.of(shown.flatMap(({ entity }) => entity?.ref ?? [])),
      person
        ? actors.allowed(
            runbookRunPermission,
            shown.flatMap(({ chosen }) => chosen?.candidate.entity.ref ?? []),
            person,
          )
        : new Set<string>(),
    ]);
    const links = await access.links(
      [
        ...[...shown, ...recent].flatMap(refsOfAlert),
        ...refsOnCall([...people.values()].flat()),
      ],
      credentials,
    );
    const options = { links, titles, runnable, endAfterMs };
    return {
      items: shown.map(one => toAlertView(one, options)),
      recent: recent.map(one => toAlertView(one, { ...options, ended: true })),
      onCall: [...people].map(([ref, those]) =>
        toOnCallView(ref, those, links),
      ),
    };
  }

  async #mayReadUnmatched(credentials: CallerCredentials): Promise<boolean> {
    const [decision] = await this.#options.permissions.authorize(
      [{ permission: alertReadUnmatchedPermission }],
      { credentials },
    );
    return decision?.result === AuthorizeResult.ALLOW;
  }
}

function bySeverity(a: MatchedAlert, b: MatchedAlert): number {
  return (
    rankOf(a) - rankOf(b) ||
    b.alert.startsAt.getTime() - a.alert.startsAt.getTime()
  );
}

function rankOf({ alert }: MatchedAlert): number {
  const severity = alert.labels.severity?.toLowerCase() ?? '';
  const rank = SEVERITIES.findIndex(words => words.includes(severity));
  return rank === -1 ? SEVERITIES.length : rank;
}
