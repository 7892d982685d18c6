import { Progress, ProxiedSignInPage } from '@backstage/core-components';
import { isError } from '@backstage/errors';
import { IdentityApi } from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { useEffect, useState } from 'react';
import { PeopleList } from './PeopleList';
import { rememberedPerson } from './rememberedPerson';

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
      provider="development"
      headers={{ 'x-sign-in-as': chosen }}
      onSignInSuccess={identity => {
        rememberedPerson.set(chosen);
        props.onSignInSuccess(forgettingOnSignOut(identity));
      }}
      ErrorComponent={({ error }) => (
        <BackToTheList
          onShown={() => {
            setFailure(`Could not sign in as ${chosen}: ${reasonOf(error)}`);
            setChosen(undefined);
          }}
        />
      )}
    />
  );
}

function BackToTheList(props: { onShown: () => void }) {
  const { onShown } = props;
  useEffect(onShown, [onShown]);
  return <Progress />;
}
