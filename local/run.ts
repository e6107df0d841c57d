// Starts the stand-ins without the desk: node local/run.ts [DATA FOLDER]. Prints their addresses and runs until Ctrl-C.
import path from 'node:path'
import { startLocalServices } from './services.ts'

const dataFolder = path.resolve(process.argv[2] ?? '.data')
const stopped = Promise.withResolvers<void>()
let starting = true
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    // A build can take minutes. Its child processes end with this process.
    if (starting) process.exit(1)
    stopped.resolve()
  })

try {
  const services = await startLocalServices({
    needs: { database: true, inngest: true, mail: true },
    dataFolder,
    report: (line) => console.log(line),
  })
  const { database, inngest, mail, problems } = services
  for (const problem of problems) console.error(problem)
  console.log(`# ${[database, inngest, mail].flatMap((service) => service?.description ?? []).join('; ')}`)
  if (database) console.log(`MONGODB_URI=${database.uri}deskbridge`)
  if (inngest) {
    console.log(`INNGEST_BASE_URL=${inngest.baseUrl}`)
    console.log(`INNGEST_EVENT_KEY=${inngest.eventKey}`)
    console.log(`INNGEST_SIGNING_KEY=${inngest.signingKey}`)
  }
  if (mail) {
    console.log(`MAILTRAP_SMTP_HOST=${mail.host}\nMAILTRAP_SMTP_USER=${mail.user}`)
    console.log(`MAILTRAP_SMTP_PASS=${mail.pass}\nMAILTRAP_SMTP_PORT=${mail.port}`)
  }
  starting = false
  await stopped.promise
  await services.stop()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
