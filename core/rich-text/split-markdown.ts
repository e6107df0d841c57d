type Fence = { first: string; last: string }
type State = { parts: string[][]; length: number; open: Fence | null; max: number }

/**
 * Splits written Markdown into parts of at most `max` characters, between lines where possible. A code block that is
 * split is closed in one part and opened again in the next.
 * @param max in UTF-16 units, at least 100
 */
export function splitMarkdown(markdown: string, max: number): string[] {
  const state: State = { parts: [[]], length: 0, open: null, max }
  for (const line of markdown.split('\n')) takeLine(state, line)
  return state.parts.map((lines) => lines.join('\n').replace(/^\n+|\s+$/g, '')).filter(Boolean)
}

function takeLine(state: State, line: string) {
  const { open } = state
  const after = fenceAfter(open, line)
  const isEndOfCode = open !== null && after === null
  if (!isEndOfCode) {
    let rest = line
    if (rest.length > roomIn(state) && state.length > startOf(state)) beginPart(state)
    while (rest.length > roomIn(state)) {
      const piece = firstPiece(rest, roomIn(state))
      add(state, piece)
      rest = rest.slice(piece.length)
      beginPart(state)
    }
    add(state, rest)
  } else add(state, line)
  state.open = after
}

/** What is left in the last part, with room to close its code block. */
const roomIn = ({ open, length, max }: State) => max - length - (open ? open.last.length + 1 : 0)

/** The length of what a new part has to begin with. */
const startOf = ({ open }: State) => (open ? open.first.length + 1 : 0)

const lastPart = ({ parts }: State) => parts.at(-1) ?? []

function add(state: State, line: string) {
  lastPart(state).push(line)
  state.length += line.length + 1
}

function beginPart(state: State) {
  const { open } = state
  if (open) {
    // A block that has only just been opened moves on as a whole.
    if (lastPart(state).at(-1) === open.first) lastPart(state).pop()
    else add(state, open.last)
  }
  state.parts.push([])
  state.length = 0
  if (open) add(state, open.first)
}

/** As many whole words as fit. Never splits a surrogate pair or an escape. */
function firstPiece(line: string, room: number): string {
  const atWord = line.lastIndexOf(' ', room - 1) + 1
  const piece = line.slice(0, atWord > room / 2 ? atWord : room).replace(/[\uD800-\uDBFF]$/, '')
  const backslashes = /\\*$/.exec(piece)?.[0].length ?? 0
  return backslashes % 2 === 1 && piece.length > 1 ? piece.slice(0, -1) : piece
}

const fence = /^((?:> ?)*)[ \t]*(`{3,}|~{3,})(.*)$/

/** The code block that is open after a line. */
function fenceAfter(open: Fence | null, line: string): Fence | null {
  const [, quote = '', ticks = '', info = ''] = fence.exec(line) ?? []
  if (!ticks) return open
  if (!open) return info.includes('`') ? null : { first: line, last: quote + ticks }
  return !info.trim() && ticks.startsWith(open.last.slice(quote.length)) ? null : open
}
