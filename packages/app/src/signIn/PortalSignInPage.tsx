import { SignInPage } from '@backstage/core-components';
import {
  configApiRef,
  githubAuthApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { PersonSignInPage } from './PersonSignInPage';

/** Which way in this portal offers; see `app.signIn`. */
export function PortalSignInPage(props: SignInPageProps) {
  const config = useApi(configApiRef);
  if (config.getOptionalString('app.signIn') === 'development') {
    return <PersonSignInPage {...props} />;
  }
  return (
    <SignInPage
      {...props}
      provider={{
        id: 'github',
        title: 'GitHub',
        message: 'Sign in with your GitHub account',
        apiRef: githubAuthApiRef,
      }}
    />
  );
}
