// Takes the lock that the argument names and stays.
import { tryLock } from '../../local/processes/lock.ts'

const lock = await tryLock(process.argv[2] ?? '')
console.log(lock ? 'held' : 'refused')
setInterval(() => lock, 60_000)
