import { useState } from 'react'
import { useUrlFilters } from '../../shared/filters/use-url-filters.ts'
import { SearchField } from '../../shared/forms/search-field.tsx'
import type { UserView } from '../../shared/http/answers.ts'
import { useUsers } from '../../shared/people/use-users.ts'
import { NoMatches } from '../../shared/ui/no-matches.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { PagedList } from '../../shared/ui/paged-list.tsx'
import { Rows } from '../../shared/ui/rows.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { ResetSecondFactorDialog } from './reset-second-factor-dialog.tsx'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { UserDialog } from './user-dialog.tsx'
import { UserRow } from './user-row.tsx'

export function UsersPage() {
  const { values, set } = useUrlFilters(['search'])
  const { list, users } = useUsers(values.search)
  const [inviting, invite] = useState(false)
  const [edited, edit] = useState<UserView | null>(null)
  const [merged, merge] = useState<UserView | null>(null)
  const [reset, askReset] = useState<UserView | null>(null)
  const [scheduled, schedule] = useState<UserView | null>(null)
  return (
    <Page
      title="Users"
      lead="Roles decide what people can do, skills which tickets they get."
      actions={
        <button type="button" className="btn btn-primary" onClick={() => invite(true)}>
          Invite
        </button>
      }
    >
      <div className="mb-4 max-w-md">
        <SearchField
          label="Search users"
          placeholder="Name or e-mail address"
          value={values.search}
          onSearch={(search) => set({ search })}
        />
      </div>
      <PagedList
        list={list}
        rows={users}
        empty={
          <NoMatches icon="users">
            <p>Search by the start of a name or an e-mail address.</p>
          </NoMatches>
        }
      >
        {(shown) => (
          <Rows label="Users" rows={shown}>
            {(user) => <UserRow user={user} onEdit={() => edit(user)} />}
          </Rows>
        )}
      </PagedList>
      {inviting && <InviteDialog onClose={() => invite(false)} />}
      {edited && (
        <UserDialog
          key={edited.id}
          user={edited}
          onClose={() => edit(null)}
          onMerge={() => {
            merge(edited)
            edit(null)
          }}
          onReset={() => {
            askReset(edited)
            edit(null)
          }}
          onSchedule={() => {
            schedule(edited)
            edit(null)
          }}
        />
      )}
      {scheduled && <ScheduleDialog user={scheduled} onClose={() => schedule(null)} />}
      {reset && <ResetSecondFactorDialog user={reset} onClose={() => askReset(null)} />}
      {merged && <MergeDialog user={merged} onClose={() => merge(null)} />}
    </Page>
  )
}
