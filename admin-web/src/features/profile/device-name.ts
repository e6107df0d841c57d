import Bowser from 'bowser'

/** "Chrome on macOS". A program that is no browser keeps the name it gave itself. @param agent its User-Agent header */
export function deviceName(agent: string | null): string {
  if (!agent) return 'Unknown device'
  const { browser, os } = Bowser.parse(agent)
  if (!browser.name) return agent
  return os.name ? `${browser.name} on ${os.name}` : browser.name
}
