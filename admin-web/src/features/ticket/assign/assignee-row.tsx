import type { Assignee } from '../../../../../core/triage/list-assignees.ts'
import { RoleBadge } from '../../../shared/people/role-badge.tsx'
import { Avatar } from '../../../shared/ui/avatar.tsx'

type AssigneeRowProps = { person: Assignee; assigned: boolean; disabled: boolean; onAssign: () => void }

export function AssigneeRow({ person, assigned, disabled, onAssign }: AssigneeRowProps) {
  const { name, role, onDuty, load, capacity } = person
  return (
    <li className="flex items-center gap-3 py-2.5 pr-1">
      <Avatar name={name} className={`size-9 text-sm ${onDuty ? '' : 'grayscale'}`} />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium wrap-anywhere">{name}</span>
          {role === 'admin' && <RoleBadge role={role} />}
          {!onDuty && <span className="badge badge-sm border-transparent bg-base-300">Off duty</span>}
        </p>
        <p className="text-muted text-sm wrap-anywhere">{skillWords(person)}</p>
        <p className={`text-sm tabular-nums ${load >= capacity ? 'text-warning' : 'text-muted'}`}>
          {load} of {capacity} tickets
        </p>
      </div>
      {assigned ? (
        <span className="text-muted px-3 text-sm">Assigned</span>
      ) : (
        <button
          type="button"
          className="btn btn-plain btn-sm"
          aria-label={`Assign to ${name}`}
          disabled={disabled}
          onClick={onAssign}
        >
          Assign
        </button>
      )}
    </li>
  )
}

/** The matching skills, or else the person's other skills. */
function skillWords({ matching, skills }: Assignee) {
  if (matching.length > 0) return `Knows ${matching.join(', ')}`
  return skills.length > 0 ? `Other skills: ${skills.join(', ')}` : 'No skills'
}
