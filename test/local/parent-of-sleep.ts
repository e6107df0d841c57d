// Starts a `sleep` as a service child, wrapped as the first argument says, prints its pid and stays.
import { startChild } from '../../local/processes/child.ts'
import { diesWithParent, shellWatch } from '../../local/processes/dies-with-parent.ts'

const [kind, log] = process.argv.slice(2)
await startChild({
  name: 'sleep',
  command: 'sh',
  args: ['-c', 'echo pid $$; exec sleep 1000'],
  log: log ?? '',
  remedy: 'None is needed',
  wrap: kind === 'shell' ? shellWatch : diesWithParent,
})
console.log('started')
setInterval(() => undefined, 60_000)
