import { InputError } from '@backstage/errors';
import { openApiDocument } from '../schema/openapi.generated';
import type { ErrorRequestHandler, Request } from 'express';

interface ParameterDefinition {
  name: string;
  in: string;
  schema?: {
    type?: string;
    enum?: unknown[];
    items?: { $ref?: string; type?: string; enum?: unknown[] };
  };
}

/**
 * Makes errors of the request validator say where, what and what was expected:
 * `request/query/limit must be <= 100` becomes `limit: got 500; expected <= 100`.
 */
export const explainInvalidRequest: ErrorRequestHandler = (
  error,
  req,
  _res,
  next,
) => {
  if (!(error instanceof InputError)) {
    next(error);
    return;
  }
  const parameters = parametersOf(req);
  const unknown = /^Unknown query parameter '(.*)'$/.exec(error.message);
  if (unknown) {
    const known = parameters
      .filter(parameter => parameter.in === 'query')
      .map(({ name }) => name);
    next(
      new InputError(
        `${unknown[1]}: got an unknown query parameter; expected ${
          known.length ? known.join(', ') : 'none'
        }`,
      ),
    );
    return;
  }
  if (!error.message.startsWith('request/')) {
    next(error);
    return;
  }
  next(
    new InputError(
      error.message
        .split(/, (?=request\/)/)
        .map(message => explain(message, req, parameters))
        .join('. '),
    ),
  );
};

function explain(
  message: string,
  req: Request,
  parameters: readonly ParameterDefinition[],
): string {
  const found =
    /^request\/(query|params)\/([^/\s]+)(?:\/(\d+))? (?:must (?:be )?)?(.*)$/.exec(
      message,
    );
  if (!found) {
    return message;
  }
  const [, place, name, index, rule] = found;
  const all: unknown = place === 'query' ? req.query[name] : req.params[name];
  const value: unknown = index && Array.isArray(all) ? all[Number(index)] : all;
  const schema = parameters.find(parameter => parameter.name === name)?.schema;
  const allowed = schema?.enum ?? schema?.items?.enum;
  const expected =
    rule.startsWith('equal to one of') && allowed
      ? `one of ${allowed.join(', ')}`
      : rule;
  return `${name}: got ${JSON.stringify(value)?.slice(
    0,
    100,
  )}; expected ${expected}`;
}

function parametersOf(
  req: Request & { openapi?: { schema?: { parameters?: unknown } } },
): ParameterDefinition[] {
  const parameters = req.openapi?.schema?.parameters;
  const shared = openApiDocument.components.parameters as Record<
    string,
    ParameterDefinition
  >;
  return Array.isArray(parameters)
    ? parameters.map(parameter =>
        '$ref' in parameter
          ? shared[String(parameter.$ref).split('/').pop() ?? '']
          : parameter,
      )
    : [];
}
