import type { DocumentError } from '@productops/backstage-plugin-product-ops-common';

/** What the catalog says of a Product whose newest version it refused. */
export interface CatalogErrors {
  errors: DocumentError[];
  /** How many there are; not all of them are told. */
  total: number;
}

const DEFAULT_FILE = 'catalog-info.yaml';
/** More characters than the catalog module writes for all that it tells. */
const MAX_LENGTH = 50_000;

/** `catalog-info.yaml:12:9: spec.tier: got "gold"; expected ...`, where the place may be missing. */
function errorIn(line: string): DocumentError {
  const place = /^([^:]{1,200}):(\d{1,9}):(\d{1,9}): /.exec(line);
  const text = place ? line.slice(place[0].length) : line;
  const expected = text.lastIndexOf('; expected ');
  return {
    code: 'catalog',
    message: expected < 0 ? text : text.slice(0, expected),
    file: place?.[1] ?? DEFAULT_FILE,
    ...(place && {
      line: Number(place[2]),
      column: Number(place[3]),
    }),
    ...(expected >= 0 && {
      expected: text.slice(expected + '; expected '.length),
    }),
  };
}

/**
 * Takes apart what the catalog module of the suite says of a wrong Product, without the words that the
 * catalog wraps around it. Nothing for any other message.
 */
export function catalogErrorsIn(message: string): CatalogErrors | undefined {
  const [head, ...lines] = message.slice(0, MAX_LENGTH).split('\n  - ');
  const wrapped =
    /Processor ProductOpsEntityProcessor .*; caused by InputError: \S+ has ([1-9]\d{0,8}) errors?:$/.exec(
      head,
    );
  if (!wrapped || lines.length === 0) {
    return undefined;
  }
  const total = Number(wrapped[1]);
  const told = lines.slice(0, total).filter((line, index) => {
    const last = index > 0 && index === lines.length - 1;
    return !last || !/^and \d+ more$/.test(line);
  });
  return { errors: told.map(errorIn), total };
}
