import { NotAllowedError } from '@backstage/errors';

/** Throws where the sign-in without password must not be: everywhere that calls itself production. */
export function refuseInProduction(nodeEnv: string | undefined) {
  if (nodeEnv === 'production') {
    throw new NotAllowedError(
      'auth.providers.development signs anybody in as anybody and refuses to start with NODE_ENV=production. ' +
        'Set auth.providers.development to null and configure a real provider, as app-config.production.yaml does.',
    );
  }
}
