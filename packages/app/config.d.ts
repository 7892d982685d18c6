export interface Config {
  app?: {
    /**
     * How people sign in to this portal.
     *
     * `development` lets one choose any person of the catalog; it needs `auth.providers.development`, which refuses to
     * start in production. `github` asks GitHub and needs `auth.providers.github`. The default is `github`, so that a
     * forgotten setting never opens the portal.
     *
     * @visibility frontend
     */
    signIn?: 'development' | 'github';
  };
}
