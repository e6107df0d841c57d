import { existsSync, readFileSync } from 'node:fs'

/** @returns {object | undefined} what Vitest's JSON reporter wrote; undefined if it wrote nothing */
export const readResults = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

/** A test file that cannot be loaded has no tests to count: it is one failure. */
export const isUnloaded = (file) => file.status === 'failed' && file.assertionResults.length === 0

/** @returns {string[]} a line for each failed test of a file */
export function failuresOf(file) {
  if (isUnloaded(file)) return [lineOf(file, 'could not be loaded', file.message)]
  return file.assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => lineOf(file, fullName, failureMessages[0]))
}

export const hasFailed = (file) => failuresOf(file).length > 0

const lineOf = ({ name }, test, message = '') =>
  `${pathOf(name)} > ${test}: ${message.split('\n')[0].slice(0, 300)}`

/** @param name of a file, from the root of the file system */
export const pathOf = (name) => name.slice(name.lastIndexOf('/test/') + 1)
