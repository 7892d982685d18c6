import type {
  ItemFields,
  ItemProblem,
} from '@productops/backstage-plugin-product-ops-common';
import { numberIn } from '../../../components';

/** An item as it is typed: everything is text until it is read. */
export interface ItemDraft {
  title: string;
  description: string;
  status: string;
  horizon: string;
  start: string;
  end: string;
  category: string;
  goal: string;
  owner: string;
  /** One label a line would be long: they are parted by commas. */
  labels: string;
  origin: string;
  score: Record<string, string>;
  dependsOn: Array<{ ref: string }>;
  milestones: Array<{ name: string; value: string }>;
  links: Array<{ url: string; title: string }>;
}

export function draftOf(fields: Partial<ItemFields>): ItemDraft {
  const { score = {}, dependsOn = [], milestones = [], links = [] } = fields;
  return {
    title: fields.title ?? '',
    description: fields.description ?? '',
    status: fields.status ?? 'proposed',
    horizon: fields.horizon ?? '',
    start: fields.start ?? '',
    end: fields.end ?? '',
    category: fields.category ?? '',
    goal: fields.goal ?? '',
    owner: fields.owner ?? '',
    labels: (fields.labels ?? []).join(', '),
    origin: fields.origin ?? '',
    score: Object.fromEntries(
      Object.entries(score).map(([name, value]) => [name, String(value)]),
    ),
    dependsOn: dependsOn.map(ref => ({ ref })),
    milestones: milestones.map(({ name, value }) => ({ name, value })),
    links: links.map(({ url, title = '' }) => ({ url, title })),
  };
}

/** A number as it is typed; what is none stays text, so that the rules say what is wrong with it. */
export function numberOf(text: string): number | string {
  const number = numberIn(text);
  return typeof number === 'number' ? number : text.trim();
}

/** A text without its ends, `null` for none. */
export const orNone = (text: string) =>
  text.trim() === '' ? null : text.trim();

/** The fields that a draft asks for; `null` where nothing is typed. */
export function fieldsOfDraft(draft: ItemDraft): Record<string, unknown> {
  const score = Object.entries(draft.score)
    .filter(([, text]) => text.trim() !== '')
    .map(([name, text]) => [name, numberOf(text)]);
  return {
    title: draft.title.trim(),
    description: draft.description.trim() === '' ? null : draft.description,
    status: draft.status,
    horizon: orNone(draft.horizon),
    start: orNone(draft.start),
    end: orNone(draft.end),
    category: orNone(draft.category),
    goal: orNone(draft.goal),
    owner: orNone(draft.owner),
    score: score.length > 0 ? Object.fromEntries(score) : null,
    dependsOn: draft.dependsOn
      .map(({ ref }) => ref.trim())
      .filter(ref => ref !== ''),
    milestones: draft.milestones
      .map(({ name, value }) => ({ name: name.trim(), value: value.trim() }))
      .filter(({ name, value }) => name !== '' || value !== ''),
    labels: draft.labels
      .split(',')
      .map(label => label.trim())
      .filter(label => label !== ''),
    links: draft.links
      .map(({ url, title }) => ({
        url: url.trim(),
        ...(title.trim() && { title: title.trim() }),
      }))
      .filter(({ url, title }) => url !== '' || title !== undefined),
    origin: orNone(draft.origin),
  };
}

/** What is wrong, by the field that says it: `score.effort` for an input, the first problem of a field otherwise. */
export function problemsByField(
  problems: readonly ItemProblem[],
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { path, code, message, expected } of problems) {
    const [field, part] = path;
    let name = String(field ?? '');
    if (field === 'score' && part !== undefined) {
      name = `score.${part}`;
    } else if (field === undefined && code === 'missing-field') {
      // Only the title must be there.
      name = 'title';
    }
    found[name] ??= `${message} ${expected}`;
  }
  return found;
}
