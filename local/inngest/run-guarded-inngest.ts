// Runs Inngest and the guard in front of it: node run-guarded-inngest.ts API-PORT GATEWAY-PORT PROGRAM [ARGUMENT...]
// The parent sends the guard's listening socket, which belongs to the parent's network. This process and Inngest can be
// in another one, which nobody else reaches. Both keys are in the environment.
import { spawn } from 'node:child_process'
import type { Server } from 'node:net'
import { diesWithParent } from '../processes/dies-with-parent.ts'
import { lowerPriority } from '../processes/lower-priority.ts'
import { createGuard } from './inngest-guard.ts'

const [api, gateway, program = '', ...args] = process.argv.slice(2)
const { INNGEST_EVENT_KEY: eventKey = '', INNGEST_SIGNING_KEY: signingKey = '' } = process.env

// Runs of the desk's background work can wait a moment. People who wait for the desk on the same cores can't.
lowerPriority()
const wrapped = diesWithParent(program, args)
const inngest = spawn(wrapped.command, wrapped.args, { stdio: [wrapped.stdin, 'inherit', 'inherit'] })
inngest.once('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
inngest.once('exit', (code) => process.exit(code ?? 1))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => inngest.kill(signal))

process.once('message', ({ host }: { host: string }, listening: Server) => {
  createGuard({ eventKey, signingKey }, { api: Number(api), gateway: Number(gateway) }, host).listen(
    listening,
  )
})
