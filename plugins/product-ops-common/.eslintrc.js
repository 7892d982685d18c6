module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // The methods of the typed client are called as HTTP calls them.
    'new-cap': ['error', { capIsNew: false }],
  },
});
