import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export type Command = { line: string; output: string }

/** Reads the commands in a document's `console` blocks, each with the output below it. */
export function commandsOf(document: string): Command[] {
  const blocks = [...document.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block)
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((text) => {
        const [, line = '', output = ''] = text.match(/^((?:.*\\\n)*.*)\n?([\s\S]*)$/) ?? []
        return { line, output: output.trim() }
      }),
  )
}

const mark = '\u001e'

/** Runs the commands one after another in one shell, as a reader does. @returns the output of each */
export async function run(commands: Command[], environment: Record<string, string>): Promise<string[]> {
  const script = commands.map(({ line }) => `${line}\nprintf '${mark}'`).join('\n')
  const { stdout } = await promisify(execFile)('bash', ['-c', script], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    timeout: 30_000,
  })
  return stdout
    .split(mark)
    .slice(0, -1)
    .map((output) => output.trim())
}
