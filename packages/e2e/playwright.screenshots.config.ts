import journeys from './playwright.config';

/** Takes the pictures of README and docs: `yarn workspace e2e screenshots`. */
export default {
  ...journeys,
  testDir: 'src/screenshots',
  testMatch: /.*\.shots\.ts/,
};
