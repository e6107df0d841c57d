import path from 'node:path'
import { readConfiguration } from '../core/configuration/configuration.ts'
import { createLog } from '../core/log.ts'
import { builtConsole } from './build-console.ts'
import { listen } from './listen.ts'
import { findServices } from './services.ts'

/** Gets what everything else needs: the configuration, a port, the services and the built console. */
export async function prepare(environment: NodeJS.ProcessEnv, print: (line: string) => void) {
  const read = readConfiguration(environment)
  const http = await listen(read.port, read.host)
  const configuration = { ...read, appUrl: read.appUrlGiven ? read.appUrl : `http://localhost:${http.port}` }
  const dataFolder = path.resolve(configuration.dataFolder)
  const [services, consoleFolder] = await Promise.all([
    findServices(configuration, print),
    read.roles.has('api')
      ? builtConsole({ report: print, log: path.join(dataFolder, 'logs', 'console-build.log') })
      : undefined,
  ])
  return { configuration, http, dataFolder, services, consoleFolder, log: createLog(read.logLevel) }
}

export type Prepared = Awaited<ReturnType<typeof prepare>>
