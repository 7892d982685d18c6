import { createApp } from '@backstage/frontend-defaults';
import { catalogGraphModule } from './catalogGraph';
import { navigationModule } from './navigation';
import { signInModule } from './signIn';
import { themeModule } from './theme';

// Plugins are discovered from package.json (`app.packages: all`); only what is this portal's own is named here.
export default createApp({
  features: [themeModule, navigationModule, signInModule, catalogGraphModule],
});
