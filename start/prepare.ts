import path from 'node:path'
import { readConfiguration } from '../core/configuration/configuration.ts'
import { createLog } from '../core/log.ts'
import { learnPrioritiesFromExamples } from '../core/triage/local/priority/rate-by-examples.ts'
import { learnCategoriesFromExamples } from '../core/triage/local/rules/match-by-examples.ts'
import { builtConsole } from './build-console.ts'
import { createGeminiSettings } from './gemini-settings.ts'
import { listen } from './listen.ts'
import { findPlatforms } from './playground/find-platforms.ts'
import { findServices } from './services.ts'

/** Gets what everything else needs: the configuration, a port, the services and the built console. */
export async function prepare(environment: NodeJS.ProcessEnv, print: (line: string) => void) {
  const read = readConfiguration(environment)
  const http = await listen(read.port, read.host)
  const dataFolder = path.resolve(read.dataFolder)
  if (read.roles.has('worker')) {
    // This can take seconds without an answer to anything, so it comes before there is anything to answer.
    learnPrioritiesFromExamples()
    learnCategoriesFromExamples()
  }
  const startPlatforms = await findPlatforms(read, dataFolder)
  const logs = path.join(dataFolder, 'logs')
  const [services, consoleFolder, platforms] = await Promise.all([
    findServices(read, print),
    read.roles.has('api')
      ? builtConsole({ report: print, log: path.join(logs, 'console-build.log') })
      : undefined,
    startPlatforms(),
  ])
  const appUrl = read.appUrlGiven ? read.appUrl : `http://localhost:${http.port}`
  const configuration = { ...read, appUrl, ...platforms?.settings }
  const gemini = createGeminiSettings(configuration.gemini)
  const log = createLog(read.logLevel)
  Object.assign(services.standIns, platforms?.descriptions)
  return { configuration, http, dataFolder, services, consoleFolder, platforms, gemini, log }
}

export type Prepared = Awaited<ReturnType<typeof prepare>>
