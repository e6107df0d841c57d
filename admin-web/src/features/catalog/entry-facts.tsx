import type { EntryView } from '../../../../core/catalog/catalog-view.ts'

/** What an entry is called and was called, and for a category what it asks and needs. */
export function EntryFacts({ entry }: { entry: EntryView }) {
  const { name, description, formerly, retired, form, defaultSkills = [] } = entry
  return (
    <div className="min-w-0 flex-1 basis-60">
      <p className="flex flex-wrap items-center gap-2">
        <span className={`font-medium wrap-anywhere ${retired ? 'text-muted' : ''}`}>{name}</span>
        {retired && <span className="badge badge-soft badge-warning badge-sm">Retired</span>}
      </p>
      {description && <p className="text-muted text-sm wrap-anywhere">{description}</p>}
      <Names label="Formerly" names={formerly} />
      <Names label="Default skills" names={defaultSkills} />
      <Names label="Asks for" names={(form?.fields ?? []).map((field) => field.label)} />
    </div>
  )
}

const Names = ({ label, names }: { label: string; names: readonly string[] }) =>
  names.length > 0 && (
    <p className="text-muted text-xs wrap-anywhere">
      {label}: {names.join(', ')}
    </p>
  )
