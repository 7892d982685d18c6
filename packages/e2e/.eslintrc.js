module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // Nothing here is ever built or published: a path stays what it is.
    'no-restricted-syntax': 'off',
  },
});
