import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export type Command = { line: string; output: string }

/** What stands in a document's `console` blocks: commands after `$ `, each with what it printed. */
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

/** Runs them one after the other in one shell, as a reader does. @returns what each printed */
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
