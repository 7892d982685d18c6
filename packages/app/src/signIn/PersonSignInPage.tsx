import { Progress, ProxiedSignInPage } from '@backstage/core-components';
import { isError, ResponseError } from '@backstage/errors';
import { IdentityApi } from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import Typography from '@material-ui/core/Typography';
import { useEffect, useState } from 'react';
import { PeopleList } from './PeopleList';
import { rememberedPerson } from './rememberedPerson';

/** How soon to ask again while the backend restarts. */
const RETRY_MS = 2000;

/** Whether the backend said no, as opposed to not answering or failing itself. */
function isRefusal(error: Error | undefined): boolean {
  return (
    error instanceof ResponseError &&
    error.statusCode >= 400 &&
    error.statusCode < 500
  );
}

/** What the backend said, rather than only that it refused. */
function reasonOf(error: Error | undefined): string {
  const cause = error && 'cause' in error ? error.cause : undefined;
  return (isError(cause) ? cause.message : error?.message) || 'no answer';
}

/** Without this, signing out would sign the same person straight in again. */
function forgettingOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      rememberedPerson.forget();
      await identity.signOut();
    },
  };
}

/**
 * Signs one in as any person of the catalog, so that roles can be tried. Development only: the provider behind it
 * refuses to start in production.
 */
export function PersonSignInPage(props: SignInPageProps) {
  const [chosen, setChosen] = useState(rememberedPerson.get);
  const [failure, setFailure] = useState<string>();
  const [attempt, setAttempt] = useState(1);

  if (!chosen) {
    return (
      <PeopleList
        failure={failure}
        onChoose={entityRef => {
          setFailure(undefined);
          setChosen(entityRef);
        }}
      />
    );
  }

  return (
    <ProxiedSignInPage
      key={attempt}
      provider="development"
      headers={{ 'x-sign-in-as': chosen }}
      onSignInSuccess={identity => {
        rememberedPerson.set(chosen);
        props.onSignInSuccess(forgettingOnSignOut(identity));
      }}
      ErrorComponent={({ error }) =>
        isRefusal(error) ? (
          <AfterShown
            then={() => {
              setFailure(`Could not sign in as ${chosen}: ${reasonOf(error)}`);
              setChosen(undefined);
            }}
          />
        ) : (
          <AfterShown
            waitMs={RETRY_MS}
            then={() => setAttempt(attempt + 1)}
            message="The portal's backend does not answer yet; trying again."
          />
        )
      }
    />
  );
}

/** The sign-in page takes components, not callbacks, for what follows an error: so this one only calls back. */
function AfterShown(props: {
  then: () => void;
  waitMs?: number;
  message?: string;
}) {
  const { then, waitMs = 0, message } = props;
  useEffect(() => {
    const timer = setTimeout(then, waitMs);
    return () => clearTimeout(timer);
  }, [then, waitMs]);
  return (
    <>
      <Progress />
      {message && <Typography role="status">{message}</Typography>}
    </>
  );
}
