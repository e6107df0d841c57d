export function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <span key={tag} dir="auto" className="rounded-selector bg-base-300/70 px-1.5 py-0.5 text-xs">
          {tag}
        </span>
      ))}
    </span>
  )
}
