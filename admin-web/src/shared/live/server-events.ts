/** One message of a stream; without event it is a heartbeat. `id` says where to go on after it. */
export type ServerEvent = { id: string; event: string; data: string }

/**
 * Takes the text of a stream as it comes, in whatever pieces, and gives the messages that are whole. It reads what the
 * desk writes: lines end with LF, a field is on one line.
 */
export function createEventParser() {
  let rest = ''
  return (text: string): ServerEvent[] => {
    const parts = (rest + text).split('\n\n')
    rest = parts.pop() ?? ''
    return parts.map(eventOf)
  }
}

function eventOf(part: string): ServerEvent {
  const field = (name: string) => part.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1] ?? ''
  return { id: field('id'), event: field('event'), data: field('data') }
}
