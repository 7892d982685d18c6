import { ResponseError } from '@backstage/errors';

/** The error that the client throws where the backend refuses a write. */
export function refusal(
  statusCode: number,
  name: string,
  message: string,
  more: Record<string, unknown> = {},
): Promise<ResponseError> {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name, message, ...more },
        response: { statusCode },
      }),
      {
        status: statusCode,
        headers: { 'content-type': 'application/json' },
      },
    ),
  );
}
