import { hasFailed, pathOf, readResults } from './results.mjs'

/** More files than this don't fail by chance. */
const maxFiles = 10

const failed = (readResults(process.argv[2])?.testResults ?? [])
  .filter(hasFailed)
  .map(({ name }) => pathOf(name))
if (failed.length <= maxFiles) for (const path of new Set(failed)) console.log(path)
