import { Page } from '../shared/ui/page.tsx'
import { SkeletonRows } from '../shared/ui/skeleton-rows.tsx'
import { DeskOpening } from './desk-opening.tsx'

/** A list of tickets whose rows aren't known yet. */
export const ListOpening = ({ title, lead }: { title: string; lead: string }) => (
  <DeskOpening>
    <Page title={title} lead={lead}>
      <div className="skeleton mb-4 h-10" />
      <SkeletonRows rows={6} />
    </Page>
  </DeskOpening>
)
