import { existsSync, readFileSync } from 'node:fs'
import eslint from '@eslint/js'
import neverthrow from '@okee-tech/eslint-plugin-neverthrow'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** @type {(json: string) => string[]} */
const parsed = JSON.parse
// Types of dependencies that are not installed are unknown: npm run test:packages installs them, and lints these folders.
const notInstalled = parsed(readFileSync('test/packages.json', 'utf8')).filter((folder) => {
  const isPackage = existsSync(`${folder}/package.json`)
  return !existsSync(isPackage ? `${folder}/node_modules` : `${folder}/../node_modules`)
})

export default defineConfig(
  {
    ignores: [
      '**/dist',
      'coverage',
      'docs/.vitepress/cache',
      // What it uses is never installed there: npm run test:runtimes -- starter lints a copy.
      'docs/examples/starter',
      ...notInstalled,
    ],
  },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { neverthrow },
    rules: {
      'neverthrow/must-consume-result': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      // An outage's cause is handed on as it was thrown.
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Which control characters are safe is this library's business.
      'no-control-regex': 'off',
    },
  },
  {
    files: ['docs/**'],
    // Which rows come is known to the caller alone, as in the drivers' own types.
    rules: { '@typescript-eslint/no-unnecessary-type-parameters': 'off' },
  },
  {
    files: ['test/**', 'docs/**/test/**'],
    rules: {
      // A whole Result handed to expect is consumed, which the rule does not see.
      'neverthrow/must-consume-result': 'off',
      // What an adapter may throw is anything.
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
    },
  },
)
