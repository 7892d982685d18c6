import { InputError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  roadmapPermissions,
  type ActOnRoadmapItemBody,
  type ItemCommand,
  type ItemProblem,
} from '@productops/backstage-plugin-product-ops-common';

/** An undo names its change by version; what that was must be read first. */
export type AskedCommand =
  | Exclude<ItemCommand, { type: 'undo' }>
  | { type: 'undo'; change: number };

/** What an action asks for, or what is missing of it. */
export function commandOf(body: ActOnRoadmapItemBody): AskedCommand {
  const needed = (name: keyof ActOnRoadmapItemBody, what: string) =>
    new InputError(
      `${name}: got nothing; expected ${what}, which "${body.type}" needs`,
    );
  switch (body.type) {
    case 'shift':
      if (body.days === undefined) {
        throw needed('days', 'how many days, negative ones for earlier');
      }
      return { type: 'shift', days: body.days };
    case 'move':
      if (body.to === undefined) {
        throw needed('to', 'a day, YYYY-MM-DD');
      }
      return { type: 'move', to: body.to };
    case 'resize':
      if (body.start === undefined && body.end === undefined) {
        throw needed('end', 'a day, YYYY-MM-DD, here or in start');
      }
      return { type: 'resize', start: body.start, end: body.end };
    case 'undo':
      if (body.change === undefined) {
        throw needed('change', 'the version of the change in the history');
      }
      return { type: 'undo', change: body.change };
    case 'reorder':
      if (body.after === undefined && body.before === undefined) {
        throw needed('after', 'the rank of the item above, or before');
      }
      return {
        type: 'reorder',
        after: body.after,
        before: body.before,
        ...(body.fields && { patch: body.fields }),
      };
    default:
      return { type: 'drop' };
  }
}

/** What it takes to change these fields: score and rank are priorities, all else is the item itself. */
export function permissionsFor(
  fields: readonly string[],
): ResourcePermission[] {
  const priorities = fields.filter(
    field => field === 'rank' || field === 'score',
  );
  return [
    ...(priorities.length < fields.length || fields.length === 0
      ? [roadmapPermissions.update]
      : []),
    ...(priorities.length > 0 ? [roadmapPermissions.prioritise] : []),
  ];
}

/** The fields that a command is about. */
export function fieldsOfCommand(command: ItemCommand): string[] {
  switch (command.type) {
    case 'edit':
      return Object.keys(Object(command.patch));
    case 'reorder':
      return ['rank', ...Object.keys(Object(command.patch))];
    case 'drop':
      return ['status'];
    case 'undo':
      return Object.keys(command.change.after);
    default:
      return ['start', 'end'];
  }
}

/** An error (400) that says all that is wrong with fields: where, what, and what was expected. */
export function invalidFields(problems: readonly ItemProblem[]): InputError {
  return Object.assign(
    new InputError(
      problems
        .slice(0, 5)
        .map(
          ({ path, message, expected }) =>
            `${['fields', ...path].join('.')}: ${message} Expected ${expected}`,
        )
        .join('; '),
    ),
    { problems },
  );
}
