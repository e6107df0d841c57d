import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/**
 * Runs a script of this folder in a Node of its own, so that what is measured shares its event loop, its heap and its
 * compiled code with nothing else.
 * @param input what the script gets from `inputOfParent`
 * @returns what it gave to `answerParent`, its process id, and how to end it
 * @throws Error when it ends without an answer
 */
export async function startProcess<Answer>(script: string, input: object) {
  // 'advanced' keeps dates as dates.
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), { serialization: 'advanced' })
  const answered = once(child, 'message') as Promise<[Answer]>
  const exited = once(child, 'exit') as Promise<[number | null]>
  child.send(input)
  const first = await Promise.race([answered, exited.then(([code]) => ({ code }))])
  if ('code' in first) throw new Error(`${script} ended with ${first.code} before it answered.`)
  return { answer: first[0], pid: child.pid ?? 0, stop: () => stop(child) }
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.disconnect()
  await exited
}

/** What the process that started this one wants measured. When that one goes away, so does this one. */
export async function inputOfParent<Input>(): Promise<Input> {
  process.once('disconnect', () => process.exit())
  const [input] = await once(process, 'message')
  return input as Input
}

export function answerParent(answer: object) {
  process.send?.(answer)
}

/** For a script that measures once: its answer, and its end. */
export async function measureIn<Answer>(script: string, input: object): Promise<Answer> {
  const { answer, stop } = await startProcess<Answer>(script, input)
  await stop()
  return answer
}
