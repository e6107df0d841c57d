/** A person's initials on a colour derived from the name. */
export function Avatar({ name, className = 'size-8 text-xs' }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={`avatar-tint inline-flex shrink-0 items-center justify-center rounded-full font-semibold ${className}`}
      style={{ '--hue': hueOf(name) } as React.CSSProperties}
    >
      {initialsOf(name)}
    </span>
  )
}

const hueOf = (name: string) => [...name].reduce((hue, letter) => (hue * 31 + letter.charCodeAt(0)) % 360, 7)

const initialsOf = (name: string) => {
  const words = name.trim().split(/\s+/)
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}
