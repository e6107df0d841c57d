import { nameFrom, safeLine } from '../text/line.ts'

/** in characters */
const maxFileName = 200
const unnamed = 'file'

/**
 * A file's name made safe to show and to save under: one line, no path, no leading dots, at most 200 characters. A long
 * name keeps its ending.
 */
export function fileNameFrom(given: string): string {
  const [base = ''] = safeLine(given)
    .split(/[/\\]/)
    .filter((part) => part.trim())
    .slice(-1)
  const name = shortened([...base.trim().replace(/^[.\s]+/, '')])
  return nameFrom(name, '') ? name : unnamed
}

function shortened(characters: string[]): string {
  if (characters.length <= maxFileName) return characters.join('')
  const dot = characters.lastIndexOf('.')
  const ending = dot > 0 && characters.length - dot <= 16 ? characters.slice(dot) : []
  return [...characters.slice(0, maxFileName - ending.length), ...ending].join('')
}
