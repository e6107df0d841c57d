const colours = ['#2f6f4f', '#8a4b08', '#7b3f99', '#0b6e99', '#a3324b', '#4c5fb1', '#6b6b2a', '#8c3b6f']

/** A picture of somebody: their initials on a colour of their own. */
export function Avatar({
  id,
  name,
  size,
  round = false,
}: {
  id: string
  name: string
  size: number
  round?: boolean
}) {
  return (
    <span
      className="avatar"
      aria-hidden="true"
      style={{
        width: size,
        height: size,
        borderRadius: round ? '50%' : Math.max(4, size / 4.5),
        background: colours[hash(id) % colours.length],
        fontSize: size * 0.4,
      }}
    >
      {initials(name)}
    </span>
  )
}

const hash = (id: string) => [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973, 7)

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('')
