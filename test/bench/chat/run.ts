import { cpus } from 'node:os'
import { tableOf } from '../report.ts'
import { startChatDesk } from './chat-desk.ts'
import { measureFiles } from './files.ts'
import { loadOnSlowDatabase, measureInteractions, usualLoad } from './interactions.ts'

/** Measures how the desk answers in chat, and how files pass it. A missed target is a result, not a failure. */
async function run() {
  const say = (line: string) => console.log(line)
  const files = await measureFiles(say)
  const chat = await startChatDesk(say)
  try {
    const usual = await measureInteractions(chat, usualLoad, { what: 'as usual', maxMs: 500 })
    say('The database answers 2 s late from now on')
    chat.database.slowDown(2_000)
    const slow = await measureInteractions(chat, loadOnSlowDatabase, {
      what: 'database 2 s slow',
      maxMs: 2_500,
    })
    chat.database.slowDown(0)
    say(`\n${tableOf([...usual, ...slow, ...files])}\n`)
    say(`${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}`)
  } finally {
    await chat.stop()
  }
}

await run()
